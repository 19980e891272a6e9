//! Which elements and attributes the parts of ST.36 hold, and in which order.
//!
//! Clause: ST.36 bibliographic-data

use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What an element of the standard holds.
#[derive(Debug, Default)]
pub(super) struct Content {
    /// Whether its children stand in the order in which they are named here.
    pub(super) is_sequence: bool,
    /// Its children.
    pub(super) children: Vec<&'static str>,
    /// Those of them that must be there.
    pub(super) demanded: Vec<&'static str>,
    /// Its attributes.
    pub(super) attributes: Vec<&'static str>,
}

/// What an element of the standard holds; `None` for a name that is not one of it.
pub(super) fn of(name: &str) -> Option<&'static Content> {
    CONTENTS.get(name)
}

static CONTENTS: LazyLock<BTreeMap<&'static str, Content>> = LazyLock::new(|| {
    let lines = TABLE.lines().filter(|line| !line.is_empty());
    lines.filter_map(row).collect()
});

fn row(line: &'static str) -> Option<(&'static str, Content)> {
    let (children, attributes) = line.split_once('|')?;
    let mut words = children.split_whitespace();
    let name = words.next()?;
    let is_sequence = words.next()? == "+";
    let mut content = Content {
        is_sequence,
        attributes: attributes.split_whitespace().collect(),
        ..Content::default()
    };
    for child in words {
        let name = child.trim_end_matches('!');
        if name.len() < child.len() {
            content.demanded.push(name);
        }
        content.children.push(name);
    }
    Some((name, content))
}

/// One element a line: its name, `+` if its children stand in this order, the children (`!` marks those that must
/// be there), and after the bar the attributes.
const TABLE: &str = r"
absno - |
abst-problem - p | id
abst-solution - p | id
abstract - abst-problem abst-solution p doc-page | id lang status
accepted - date |
action-date - date |
addition - relation |
additional-info - p |
address - address-1 address-2 address-3 address-4 address-5 mailcode pobox room address-floor building street city county state postcode country text |
address-1 - |
address-2 - |
address-3 - |
address-4 - |
address-5 - |
address-floor - |
addressbook - name prefix last-name orgname first-name middle-name first-last-name second-last-name suffix iid role department synonym registered-number address phone fax email url ead dtext text | id lang
advantageous-effects - heading p | id
agent - addressbook | sequence rep-type
agents - customer-number agent |
alttitle - |
amended-claims - heading claim amended-claims-statement | id lang country amend-claim-type status
amended-claims-statement - claims-statement | id lang status
any-other-state - |
applicant + addressbook nationality residence us-rights designated-states designated-states-as-inventor | sequence app-type designation
applicants - applicant |
application-body - doc-page description claims abstract drawings | id lang file file-reference-id country status dtd-version
application-reference - document-id | id appl-type
article - text author atl subname serial book absno location class keyword cpyrt artid refno |
artid - |
assignee - name prefix last-name orgname first-name middle-name first-last-name second-last-name suffix iid role department synonym registered-number addressbook |
assignees - assignee |
assistant-examiner - name prefix last-name orgname first-name middle-name first-last-name second-last-name suffix iid role department synonym registered-number electronic-signature |
atl - |
attorney-or-agent - addressbook range-of-authority | rep-type
author - name prefix last-name orgname first-name middle-name first-last-name second-last-name suffix iid role department synonym registered-number addressbook | id
authorized-officer - name prefix last-name orgname first-name middle-name first-last-name second-last-name suffix iid role department synonym registered-number phone fax email electronic-signature |
avail - |
b - i u o smallcaps sup sub |
background-art - heading p | id
basic-signature - fax-image text-string click-wrap |
best-mode - heading p | id
bibliographic-data + plain-language-designation publication-reference! classification-ipc classifications-ipcr classification-national classification-locarno classification-udc application-reference! language-of-filing language-of-publication priority-claims parties! designation-of-states invention-title! assignees licensee-data date-of-earliest-priority date-complete-specification-filed dates-of-public-availability term-of-grant dates-rights-effective patent-family field-of-search figures references-cited examiners number-of-claims related-documents st50-republication date-exhibition-filed date-pct-article-22-39-fulfilled pct-application-no-longer-effective bio-deposit pct-or-regional-filing-data pct-or-regional-publishing-data defer-publication-of-search-report date-application-refused date-rights-reestablished date-application-withdrawn-by-applicant date-application-deemed-withdrawn date-of-revocation cmea-havana-agreement date-application-partially-withdrawn office-specific-bib-data opposition-data text | id lang country status
bio-accno - |
bio-deposit + depositary bio-accno date term dtext | id num url dnum
book - text author book-title conference subtitle subname edition imprint vid ino descrip series notes absno location pubid bookno class keyword cpyrt doi issn isbn refno |
book-title - |
bookno - |
br - |
building - |
cancellation-date - |
category - |
chapter - |
chem - | id file chem-type
chemistry - img formula-text chem | id num
child-doc - document-id |
citation - patcit nplcit rel-passage category rel-claims corresponding-docs classification-ipc classifications-ipcr classification-national doi | id srep-phase
citation-list - patent-literature non-patent-literature heading p | id
city - |
claim - claim-text | id num claim-type
claim-ref - | idref
claim-text - claim-text claim-ref b i u o sup sub smallcaps br pre crossref figref img chemistry maths tables |
claims - claim doc-page | id lang claim-type status
claims-only-available - document-id text |
claims-statement - heading p |
class - | class-type
classification-data-source - |
classification-ipc + edition main-classification further-classification additional-info linked-indexing-code-group unlinked-indexing-code text | id
classification-ipcr + ipc-version-indicator classification-level section class subclass main-group subgroup symbol-position classification-value action-date generating-office classification-status classification-data-source text | id sequence
classification-level - |
classification-locarno + edition main-classification further-classification text | id
classification-national + country edition main-classification further-classification additional-info linked-indexing-code-group unlinked-indexing-code text | id
classification-status - |
classification-udc - | id
classification-value - |
classifications-ipcr - classification-ipcr | id
click-wrap - |
cmea-havana-agreement - document-id |
colf - |
coll - |
colspec - | colnum colname colwidth colsep rowsep align char charoff
column - colf coll |
confdate - date sdate edate |
conference - text conftitle confdate confno confplace confsponsor |
confno - |
confplace - address |
confsponsor - addressbook |
conftitle - |
continuation - relation |
continuation-in-part - relation |
continuing-reissue - relation |
correction + document-corrected type-of-correction gazette-reference text |
correction-notice + date gazette-reference |
correspondence-address - customer-number addressbook |
corresponding-docs - patcit nplcit rel-passage category rel-claims |
country - |
county - |
cpyrt - |
crossref - b i u o sup sub smallcaps | idref
customer-number - |
date - |
date-application-deemed-withdrawn - date |
date-application-partially-withdrawn - date | reason
date-application-refused - date |
date-application-withdrawn-by-applicant - date |
date-complete-specification-filed - date |
date-deemed-not-to-have-been-filed - date |
date-entering-into-force - date |
date-exhibition-filed - date |
date-inadmissable - date |
date-of-earliest-priority - date |
date-of-revocation - date |
date-opposition-filed - date |
date-pct-article-22-39-fulfilled - date |
date-rejected - date |
date-rights-reestablished - date |
date-search-completed - date |
date-search-report-mailed - date |
date-terminated - date |
datecit - date |
dates-of-public-availability + gazette-reference unexamined-not-printed-without-grant examined-not-printed-without-grant unexamined-printed-without-grant examined-printed-without-grant claims-only-available not-printed-with-grant term-of-grant invalidation-of-patent printed-as-amended |
dates-rights-effective - request-for-examination first-examination-report-despatched patent-maintained-as-amended request-for-conversion-to-national-application proceedings-suspended proceedings-interrupted proceedings-resumed notification-of-rights-after-appeal date-entering-into-force |
dd - b i u o sup sub smallcaps br pre patcit nplcit bio-deposit crossref figref img ul ol chemistry maths |
deceased-inventor - name prefix last-name orgname first-name middle-name first-last-name second-last-name suffix iid role department synonym registered-number | sequence lang
defer-publication-of-search-report - date gazette-reference |
department - |
depositary - address |
descrip - |
description - invention-title technical-field background-art disclosure summary-of-invention description-of-drawings description-of-embodiments best-mode mode-for-invention industrial-applicability reference-signs-list reference-to-deposited-biological-material sequence-list-text citation-list heading p doc-page | id lang status
description-of-drawings - heading p | id
description-of-embodiments - embodiments-example heading p | id
designated-states - country region |
designated-states-as-inventor - country region |
designation-of-states + designation-pct precautionary-designation-statement exclusion-from-designation |
designation-pct + regional national new-designation-country |
disclaimer - date text |
disclosure - tech-problem tech-solution advantageous-effects heading p | id
division - relation |
dl - dt dd | id tsize compact
doc-number - |
doc-page - | id file wi he type alt pp ppf ppl ocr color orientation
document-corrected - document-id |
document-id + country! doc-number! kind name date | lang
doi - |
drawings - figure doc-page | id lang status
dt - b i u o sup sub smallcaps | id
dtext - |
ead - |
edate - |
edition - |
effective-in - country |
electronic-signature - basic-signature enhanced-signature | date place-signed
email - | email-purpose
embodiments-example - heading p | id ex-num
enhanced-signature - pkcs7 |
entry - b i u o sup sub smallcaps br pre patcit nplcit bio-deposit crossref figref img dl ul ol chemistry maths | colname namest nameend morerows colsep rowsep align char charoff valign
examined-not-printed-without-grant - document-id text |
examined-printed-without-grant - document-id text |
examiners + primary-examiner assistant-examiner authorized-officer |
exclusion-from-designation - regional national |
family-member - document-id |
fax - |
fax-image - | file
field-of-search - classification-ipc classifications-ipcr classification-national |
fig-number - |
figref - b i u o sup sub smallcaps | idref num
figure - img | id num figure-labels
figure-to-publish - fig-number |
figures + number-of-drawing-sheets number-of-figures figure-to-publish |
first-examination-report-despatched - date |
first-last-name - |
first-name - |
formula-text - b i u o sup sub smallcaps |
further-classification - | id sequence
gazette-num - |
gazette-reference + gazette-num date text | id country lang
generating-office - country |
heading - b i u o sup sub smallcaps | id level
history - text received accepted revised misc |
hostno - |
hosttitle - |
i - b u o smallcaps sup sub |
iid - |
img - | id file wi he img-content img-format orientation inline alt
imprint - text address name pubdate |
incorporation-by-reference - |
industrial-applicability - heading p | id
inid-code - | sequence
ino - |
invalidation-of-patent - document-id text |
invention-title - b i u o sup sub | id lang
inventor + addressbook designated-states | sequence designation
inventors - inventor deceased-inventor |
ipc-version-indicator - date |
isbn - |
issn - |
issue - |
keyword - |
kind - |
kind-of-protection - |
language-of-filing - |
language-of-publication - |
lapse-of-patent - document-id text |
last-name - |
length-of-grant - |
li - b i u o sup sub smallcaps br pre patcit nplcit bio-deposit crossref figref img dl ul ol chemistry maths | id num
licensee - addressbook |
licensee-data + licensee attorney-or-agent effective-in |
line - linef linel |
linef - |
linel - |
linked-indexing-code-group - main-linked-indexing-code sub-linked-indexing-code |
location - text serpart sersect chapter pp column para line |
mailcode - |
main-classification - |
main-group - |
main-linked-indexing-code - |
math - | display
maths - img formula-text math | id num
middle-name - |
misc - date |
mode-for-invention - heading p | id mode-num
modifications + modified-bibliography modified-part |
modified-bibliography - inid-code |
modified-item - | sequence
modified-part - modified-part-name modified-item | sequence lang
modified-part-name - |
msn - |
mst - |
name - | name-type
national - country protection-request |
nationality - country |
new-designation-country - |
non-patent-literature - heading p | id
not-printed-with-grant - document-id text |
notes - |
notification-of-rights-after-appeal - date |
nplcit - text article book online othercit rel-passage | id num lang file npl-type medium url
number-of-claims - |
number-of-drawing-sheets - |
number-of-figures - |
o - b i smallcaps sup sub | ostyle style
office-of-filing - region country |
office-specific-bib-data - | id file lang office office-dtd status
ol - li | id compact ol-style
online - text author online-title hosttitle subname edition serial book imprint pubdate vid ino history series hostno absno location notes avail class keyword cpyrt doi issn isbn datecit srchterm srchdate refno |
online-title - |
opponent - addressbook |
opposition-data - opponent attorney-or-agent date-opposition-filed date-deemed-not-to-have-been-filed date-inadmissable date-rejected date-terminated opposition-not-filed |
opposition-not-filed - |
orgname - |
othercit - b i u o sup sub |
p - b i u o sup sub smallcaps br pre dl ul ol crossref figref patcit nplcit bio-deposit img chemistry maths tables table-external-doc | id num
para - paraf paral |
paraf - |
paral - |
parent-doc + document-id parent-status parent-grant-document parent-pct-document |
parent-grant-document - document-id |
parent-pct-document - document-id |
parent-status - |
parties + applicants inventors correspondence-address agents |
passage - |
patcit - text document-id rel-passage | id num dnum dnum-type file url
patent-document - bibliographic-data abstract description claims amended-claims amended-claims-statement drawings search-report-data doc-page | id file lang country doc-number kind correction-code date-publ status sequence dtd-version date-produced file-reference-id
patent-family - priority-application family-member text | id
patent-literature - heading p | id
patent-maintained-as-amended - date |
pct-application-no-longer-effective - region country date |
pct-or-regional-filing-data - document-id us-371c124-date |
pct-or-regional-publishing-data - document-id gazette-reference |
phone - |
pkcs7 - |
place-of-search - country |
plain-language-designation - | lang
pobox - |
postcode - |
pp - ppf ppl |
ppf - |
ppl - |
pre - | id xml:space listing-type
precautionary-designation-statement - |
prefix - |
previously-filed-application - document-id | id
primary-examiner - name prefix last-name orgname first-name middle-name first-last-name second-last-name suffix iid role department synonym registered-number electronic-signature |
printed-as-amended - document-id text |
priority-application - document-id |
priority-claim + country! doc-number date! office-of-filing priority-doc-requested priority-doc-attached restore-rights priority-doc-from-library | id sequence kind
priority-claims + priority-claim incorporation-by-reference |
priority-doc-attached - |
priority-doc-from-library - | library-identifier action-by
priority-doc-requested - |
proceedings-interrupted - date |
proceedings-resumed - date |
proceedings-suspended - date |
protection-request - kind-of-protection document-id | subset
pubdate - sdate edate time |
pubid - |
publication-reference - document-id | id
range-of-authority - |
received - date |
reexamination - relation |
reference-signs-list - heading p | id
reference-to-deposited-biological-material - heading p | id
references-cited + text citation date-search-completed date-search-report-mailed place-of-search search-report-publication searcher |
refno - | id
region - country |
regional + region country protection-request any-other-state |
registered-number - |
reissue - relation |
rel-claims - |
rel-passage - text passage category rel-claims |
related-documents - addition division continuation previously-filed-application continuation-in-part continuing-reissue reissue reexamination substitution utility-model-basis correction related-publication |
related-publication - document-id |
relation + parent-doc child-doc |
republication-code - |
republication-note - | sequence lang
republication-notes - republication-note |
request-for-conversion-to-national-application - date country |
request-for-examination - date |
residence - country |
restore-rights - |
revised - date |
role - |
room - |
row - entry | rowsep valign
sdate - |
search-report-data - doc-page srep-info srep-for-pub srep-written-opinion srep-search-opinion | id lang srep-office date-produced srep-type status
search-report-publication - document-id |
searcher - name prefix last-name orgname first-name middle-name first-last-name second-last-name suffix iid role department synonym registered-number addressbook |
second-last-name - |
section - |
sequence-list-text - heading p | id
serial - sertitle alttitle subname issue imprint pubdate descrip notes pubid vid ino doi issn isbn cpyrt |
series - text mst msn issn |
serpart - |
sersect - |
sertitle - |
smallcaps - b u o i |
srchdate - date |
srchterm - |
st50-republication + republication-code cancellation-date modifications republication-notes correction-notice |
state - |
street - |
sub - b u o i sup2 sub2 |
sub-linked-indexing-code - |
sub2 - b u o i |
subclass - |
subgroup - |
subname - name prefix last-name orgname first-name middle-name first-last-name second-last-name suffix iid role department synonym registered-number addressbook | subname-type
substitution - relation |
subtitle - |
suffix - |
summary-of-invention - tech-problem tech-solution advantageous-effects heading p | id
sup - b u o i sup2 sub2 |
sup2 - b u o i |
symbol-position - |
synonym - |
table + title tgroup | frame colsep rowsep pgwide
table-external-doc - | id file lang carriers external-type status
tables - img table | id num
tbody - row | valign
tech-problem - heading p | id
tech-solution - heading p | id
technical-field - heading p | id
term - |
term-of-grant - text disclaimer length-of-grant lapse-of-patent |
text - |
text-string - |
tgroup + colspec thead tbody | cols colsep rowsep align
thead - row | valign
time - |
title - b i u o sup sub smallcaps |
type-of-correction - |
u - b i smallcaps sup sub | style
ul - li | id list-style compact
unexamined-not-printed-without-grant - document-id text |
unexamined-printed-without-grant - document-id text |
unlinked-indexing-code - |
url - |
us-371c124-date - date |
us-rights - | to-dead-inventor kind
utility-model-basis - relation |
vid - |
";
