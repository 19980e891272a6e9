//! `claims/dependency-loop`.

use super::label;
use crate::context::Place;
use crate::{Context, rule::Found};

rule! {
    /// Claims do not depend on each other in a circle.
    ///
    /// *What it checks:* the references between the claims of each set.
    ///
    /// *Why:* such claims have no meaning: each waits for the other.
    ///
    /// *Example:* claim 2 refers to claim 3, claim 3 to claim 2.
    ///
    /// Clause: ST.36 claim-ref; ST.96 V6_0 pat:ClaimReference
    struct DependencyLoop = "claims/dependency-loop", Error,
        "compare the references with the published claims";
}

fn check(context: &Context<'_>, found: &mut Found<'_>) {
    for (number, graph) in context.dependencies().iter().enumerate() {
        let set = &context.patent().claim_sets[number];
        for circle in circles(graph) {
            let claims: Vec<String> = circle.iter().map(|claim| label(set, *claim)).collect();
            let message = match &claims[..] {
                [one] => format!("claim {one} depends on itself"),
                _ => format!("claims {} depend on each other", claims.join(", ")),
            };
            found.say(
                Place::of("claims", number).nth("claim", circle[0]),
                "",
                message,
            );
        }
    }
}

/// The circles of a graph, each once.
fn circles(graph: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut circles = Vec::new();
    let mut is_done = vec![false; graph.len()];
    let mut depth = vec![None; graph.len()];
    for start in 0..graph.len() {
        let mut path = vec![(start, 0)];
        if is_done[start] {
            continue;
        }
        depth[start] = Some(0);
        while let Some((claim, edge)) = path.pop() {
            let Some(next) = graph[claim].get(edge) else {
                is_done[claim] = true;
                depth[claim] = None;
                continue;
            };
            path.push((claim, edge + 1));
            if let Some(at) = depth[*next] {
                circles.push(path[at..].iter().map(|(claim, _)| *claim).collect());
            } else if !is_done[*next] {
                depth[*next] = Some(path.len());
                path.push((*next, 0));
            }
        }
    }
    circles
}

#[cfg(test)]
mod tests {
    use super::circles;

    #[test]
    fn every_circle_is_found_and_no_line() {
        assert!(circles(&[vec![], vec![0], vec![0, 1]]).is_empty());
        assert_eq!(circles(&[vec![0]]), [[0]]);
        assert_eq!(
            circles(&[vec![], vec![2], vec![3], vec![1, 0]]),
            [[1, 2, 3]]
        );
    }
}
