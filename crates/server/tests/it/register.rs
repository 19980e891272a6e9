//! A small register: a patent with all that can go wrong in it, one in three languages, and many short ones.

use store::{Attached, Enrolment, Label, Origin, Store};

/// Documents in the register.
pub(crate) const COUNT: u64 = 63;

/// A patent of the United States whose text would like to be markup and script.
pub(crate) const HOSTILE: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<us-patent-grant lang="EN" dtd-version="v4.5 2014-04-03" file="US09999999-20200107.XML" country="US" date-publ="20200107">
<us-bibliographic-data-grant>
<publication-reference><document-id><country>US</country><doc-number>09999999</doc-number><kind>B2</kind><date>20200107</date></document-id></publication-reference>
<application-reference appl-type="utility"><document-id><country>US</country><doc-number>15123456</doc-number><date>20180102</date></document-id></application-reference>
<invention-title id="d2e53">Valve &lt;script&gt;alert(1)&lt;/script&gt; "quoted" &amp; <i>slanted</i></invention-title>
</us-bibliographic-data-grant>
<abstract id="abstract"><p id="p-0001" num="0000">A valve &lt;img src=x onerror=alert(1)&gt; opens.</p></abstract>
<drawings id="DRAWINGS">
<figure id="Fig-EMI-D00000" num="00000"><img id="EMI-D00000" he="98.76mm" wi="158.75mm" file="US09999999-20200107-D00000.TIF" alt="embedded image" img-content="drawing" img-format="tif"/></figure>
<figure id="Fig-EMI-D00001" num="00001"><img id="EMI-D00001" he="98.76mm" wi="158.75mm" file="US09999999-20200107-D00001.TIF" alt="embedded image" img-content="drawing" img-format="tif"/></figure>
<figure id="Fig-EMI-D00002" num="00002"><img id="EMI-D00002" he="98.76mm" wi="158.75mm" file="javascript:alert(1)" alt="embedded image" img-content="drawing" img-format="tif"/></figure>
</drawings>
<description id="description">
<heading id="h-0001" level="1">TECHNICAL FIELD</heading>
<p id="p-0002" num="0001">The valve of <figref idref="DRAWINGS">FIG. 1</figref> opens; see <figref idref="Fig-EMI-D00001">sheet 1</figref>.</p>
<heading id="h-0002" level="1">&lt;b onmouseover=alert(1)&gt;DETAILS</heading>
<p id="p-0003" num="0002">See <claim-ref idref="CLM-00001">claim 1</claim-ref> &lt;/div&gt;&lt;/main&gt;&lt;script src=//example.org/x.js&gt;&lt;/script&gt;.</p>
</description>
<us-claim-statement>What is claimed is:</us-claim-statement>
<claims id="claims">
<claim id="CLM-00001" num="00001"><claim-text>1. A valve comprising: <claim-text>a seat; and</claim-text> <claim-text>a disc.</claim-text></claim-text></claim>
<claim id="CLM-00002" num="00002"><claim-text>2. The valve of <claim-ref idref="CLM-00001">claim 1</claim-ref>, wherein the disc is steel.</claim-text></claim>
<claim id="CLM-00003" num="00003"><claim-text>3. A method of &lt;script&gt;closing a valve.</claim-text></claim>
</claims>
</us-patent-grant>
"#;

/// A European patent with claims in three languages, one of which is written from right to left here.
pub(crate) const TONGUES: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<ep-patent-document id="EP99000001B1" file="99000001.xml" lang="en" country="EP" doc-number="3999999" kind="B1" date-publ="20210106" status="n" dtd-version="ep-patent-document-v1-5">
<SDOBI lang="en"><B000><eptags><B001EP>AT</B001EP></eptags></B000>
<B100><B110>3999999</B110><B120><B121>EUROPEAN PATENT SPECIFICATION</B121></B120><B130>B1</B130><B140><date>20210106</date></B140><B190>EP</B190></B100>
<B200><B210>18000001.1</B210><B220><date>20180103</date></B220></B200>
<B500><B540><B541>de</B541><B542>VENTIL</B542><B541>en</B541><B542>VALVE</B542><B541>fr</B541><B542>SOUPAPE</B542></B540></B500>
</SDOBI>
<description id="desc" lang="en"><heading id="h0001">Field</heading><p id="p0001" num="0001">A valve as in <figref idref="f0001">figure 1</figref>.</p></description>
<claims id="claims01" lang="en"><claim id="c-en-0001" num="0001"><claim-text>A valve with a seat.</claim-text></claim><claim id="c-en-0002" num="0002"><claim-text>A valve according to claim 1 with a disc.</claim-text></claim></claims>
<claims id="claims02" lang="de"><claim id="c-de-01-0001" num="0001"><claim-text>Ventil mit einem Sitz.</claim-text></claim><claim id="c-de-01-0002" num="0002"><claim-text>Ventil nach Anspruch 1 mit einem Teller.</claim-text></claim></claims>
<claims id="claims03" lang="ar"><claim id="c-ar-01-0001" num="0001"><claim-text>صمام له مقعد.</claim-text></claim></claims>
<drawings id="draw" lang="en"><figure id="f0001" num="1"><img id="if0001" file="imgf0001.tif" wi="165" he="227" img-content="drawing" img-format="tif"/></figure></drawings>
</ep-patent-document>
"#;

/// A TIFF of 4 by 2 pixels, white with a black corner, without compression.
pub(crate) fn tiff() -> Vec<u8> {
    let mut out = b"II*\0\x08\0\0\0".to_vec();
    let entries: [(u16, u16, u32); 8] = [
        (256, 4, 4),
        (257, 4, 2),
        (258, 3, 1),
        (259, 3, 1),
        (262, 3, 1),
        (273, 4, 8 + 2 + 8 * 12 + 4),
        (278, 4, 2),
        (279, 4, 2),
    ];
    out.extend(8u16.to_le_bytes());
    for (tag, kind, value) in entries {
        out.extend(tag.to_le_bytes());
        out.extend(kind.to_le_bytes());
        out.extend(1u32.to_le_bytes());
        out.extend(value.to_le_bytes());
    }
    out.extend([0; 4]);
    out.extend([0b0111_0000, 0b1111_0000]);
    out
}

/// Enrols the documents.
pub(crate) async fn fill(store: &Store) {
    let mut batch = store.begin().await.unwrap();
    let drawing = |name: &str, bytes: Vec<u8>| Attached {
        name: name.to_owned(),
        media_type: "image/tiff".to_owned(),
        bytes,
    };
    let mut hostile = enrolment(HOSTILE);
    hostile.attachments = vec![
        drawing("US09999999-20200107-D00000.TIF", tiff()),
        drawing("us09999999-20200107-d00001.tif", tiff()),
        drawing("broken.tif", b"II*\0broken".to_vec()),
        Attached {
            name: "evil.svg".to_owned(),
            media_type: "image/svg+xml".to_owned(),
            bytes: b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"
                .to_vec(),
        },
    ];
    batch.enrol(hostile).await.unwrap();
    let mut tongues = enrolment(TONGUES);
    tongues.attachments = vec![drawing("imgf0001.tif", tiff())];
    batch.enrol(tongues).await.unwrap();
    batch
        .enrol(enrolment(
            &TONGUES.replace("with a seat.", "with two seats."),
        ))
        .await
        .unwrap();
    for number in 0..61 {
        let source = HOSTILE
            .replace("09999999", &format!("0800{number:04}"))
            .replace("Valve &lt;script", &format!("Pump {number} &lt;script"));
        batch.enrol(enrolment(&source)).await.unwrap();
    }
    batch.commit().await.unwrap();
}

/// What an ingest makes of a source.
pub(crate) fn enrolment(source: &str) -> Enrolment {
    let read = formats::read(source.as_bytes(), &formats::Limits::default()).unwrap();
    let entry = read.reading.entries.into_iter().next().unwrap();
    let record = entry.record.unwrap();
    let model::Record::Patent(patent) = &record else {
        panic!("it is a patent");
    };
    let id = patent.document().unwrap();
    let title = patent.title(&patent.language).unwrap();
    let mut findings = entry.findings;
    findings.push(
        model::Finding::new("claims/empty", model::Severity::Error, "claim 3 is <empty>")
            .at("claims/claim[3]")
            .about("<script>alert(2)</script>")
            .hint("take the claim from the published document"),
    );
    Enrolment {
        label: Label {
            key: id.name().to_string(),
            right: "patent".to_owned(),
            office: id.office.to_string(),
            number: id.unpadded().to_string(),
            kind: id.kind.to_string(),
            published: patent.date().and_then(model::Date::iso),
            title: model::text::plain(&title.content),
            language: title.language.to_lowercase().to_string(),
        },
        origin: Origin {
            format: read.format.as_str().to_owned(),
            ..Origin::default()
        },
        source: source.as_bytes().to_vec(),
        finding_count: u32::try_from(findings.len()).unwrap(),
        findings: formats::native::encode_findings(&findings),
        record: formats::native::encode(&record),
        attachments: Vec::new(),
    }
}
