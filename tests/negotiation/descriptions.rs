//! What is read in a session description, whatever bytes it is.

use mediastream_polyfill::negotiation::Description;
use proptest::collection::vec;
use proptest::prelude::*;

/// What is said of a medium: kind, mid, whether it is rejected, whether it is sent, streams.
type Said = (String, Option<String>, bool, bool, Option<Vec<String>>);

fn read(text: impl AsRef<[u8]>) -> Vec<Said> {
    let owned = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let media = Description::new(text.as_ref()).media();
    media
        .map(|media| {
            let streams = media.streams().map(|ids| ids.map(owned).collect());
            (
                owned(media.kind()),
                media.mid().map(owned),
                media.is_rejected(),
                media.sends(),
                streams,
            )
        })
        .collect()
}

/// The only medium of a description with these attributes.
fn only(attributes: &str) -> Said {
    let [said] =
        read(format!("v=0\nm=video 9 UDP/TLS/RTP/SAVPF 96\n{attributes}\n")).try_into().unwrap();
    said
}

fn mid(attributes: &str) -> Option<String> {
    only(attributes).1
}

fn sends(attributes: &str) -> bool {
    only(attributes).3
}

fn streams(attributes: &str) -> Option<Vec<String>> {
    only(attributes).4
}

fn ids(ids: &[&str]) -> Option<Vec<String>> {
    Some(ids.iter().map(ToString::to_string).collect())
}

fn is_rejected(line: &str, attributes: &str) -> bool {
    read(format!("{line}\n{attributes}\n"))[0].2
}

#[test]
fn a_description_without_media_has_none() {
    for text in [
        "",
        "\n",
        "\r\n\r\n",
        "v=0",
        "v=0\r\na=mid:0\r\n",
        "m",
        " m=video 9",
        "xm=video 9",
        "M=video 9",
    ] {
        assert_eq!(read(text), [], "{text:?}");
    }
    assert_eq!(read("m=").len(), 1);
}

#[test]
fn lines_end_with_carriage_return_and_line_feed_or_either_and_the_last_one_need_not() {
    let lines = [
        "v=0",
        "a=recvonly",
        "m=audio 9 RTP 0",
        "a=mid:first",
        "a=msid:a x",
        "m=video 9 RTP 0",
        "a=mid:second",
    ];
    let expected = vec![
        ("audio".into(), Some("first".into()), false, false, ids(&["a"])),
        ("video".into(), Some("second".into()), false, false, None),
    ];
    for end in ["\r\n", "\n", "\r", "\n\n", "\r\r\n"] {
        assert_eq!(read(lines.join(end)), expected, "{end:?}");
        assert_eq!(read(lines.join(end) + end), expected, "{end:?} at the end");
    }
    assert_eq!(read("m=audio 9"), [("audio".into(), None, false, true, None)]);
}

#[test]
fn only_a_line_that_begins_so_begins_a_medium() {
    let said = read("m=audio 9\na=note:\u{2028}m=video 9\na=x m=video 9\nm=video 9\n");
    assert_eq!(said.iter().map(|said| said.0.as_str()).collect::<Vec<_>>(), ["audio", "video"]);
}

#[test]
fn a_mid_is_a_medium_s_own() {
    assert_eq!(mid("a=mid:0"), Some("0".into()));
    assert_eq!(mid("a=mid:video_1 "), Some("video_1".into()));
    assert_eq!(mid("a=mid:0\na=mid:1"), Some("0".into()));
    for none in
        ["", "a=mid:", "a=mid: ", "a=mid", "a=midi:0", "b=mid:0", "A=mid:0", " a=mid:0", "a= mid:0"]
    {
        assert_eq!(mid(none), None, "{none:?}");
    }
    let said = read("a=mid:session\nm=audio 9\nm=video 9\na=mid:1\n");
    assert_eq!([&said[0].1, &said[1].1], [&None, &Some("1".into())]);
}

#[test]
fn a_medium_of_port_zero_is_rejected_unless_it_is_bundle_only() {
    for (line, rejected) in [
        ("m=video 0 RTP 96", true),
        ("m=video 0", true),
        ("m=video 0/2 RTP 96", true),
        ("m=video  0 RTP 96", true),
        ("m=video 9 RTP 0", false),
        ("m=video 10 RTP 96", false),
        ("m=video 0x RTP 96", false),
        ("m=video", false),
        ("m=video /0 RTP", false),
    ] {
        assert_eq!(is_rejected(line, "a=mid:0"), rejected, "{line}");
        assert!(!is_rejected(line, "a=mid:0\na=bundle-only"), "{line}");
        assert_eq!(is_rejected(line, "a=bundle-only:0"), rejected, "{line}");
        assert_eq!(is_rejected(line, "m=audio 9\na=bundle-only"), rejected, "{line}");
    }
}

#[test]
fn a_medium_is_sent_by_its_own_direction_or_else_by_the_session_s_or_else_by_the_default() {
    for (direction, expected) in
        [("sendrecv", true), ("sendonly", true), ("recvonly", false), ("inactive", false)]
    {
        assert_eq!(sends(&format!("a={direction}")), expected, "{direction}");
        assert_eq!(sends(&format!("a=mid:0\na={direction} ")), expected, "{direction}");
        for other in ["sendrecv", "inactive"] {
            assert_eq!(sends(&format!("a={direction}\na={other}")), expected, "the first counts");
            let text = format!("v=0\na={other}\nm=audio 9\na={direction}\nm=video 9\na=mid:0\n");
            let said = read(text);
            assert_eq!(
                [said[0].3, said[1].3],
                [expected, other == "sendrecv"],
                "{direction}, {other}"
            );
        }
    }
    for none in ["", "a=sendrecvx", "a=sendonly:0", "a=inactive-not", "a=xrecvonly", "b=inactive"] {
        assert!(sends(none), "{none:?}");
    }
}

#[test]
fn what_is_rejected_is_not_sent() {
    assert!(!read("m=video 0 RTP 96\na=sendrecv\na=msid:a x\n")[0].3);
}

#[test]
fn streams_are_named_by_msid() {
    assert_eq!(streams("a=msid:a x"), ids(&["a"]));
    assert_eq!(streams("a=msid:a"), ids(&["a"]));
    assert_eq!(streams("a=msid:a\tx"), ids(&["a"]));
    assert_eq!(streams("a=msid:a x\na=mid:0\na=msid:b x"), ids(&["a", "b"]));
}

#[test]
fn a_dash_says_that_there_is_no_stream_and_silence_says_nothing() {
    assert_eq!(streams("a=msid:- x"), ids(&[]));
    assert_eq!(streams("a=msid:-"), ids(&[]));
    assert_eq!(streams("a=msid:- x\na=msid:b x"), ids(&["b"]));
    assert_eq!(streams("a=msid:-- x"), ids(&["--"]));
    for nothing in [
        "",
        "a=msid:",
        "a=msid: x",
        "a=msid",
        "a=msid-semantic: WMS a",
        "a=msid-semantic:WMS a",
        "a=msidx:a",
    ] {
        assert_eq!(streams(nothing), None, "{nothing:?}");
    }
    assert_eq!(read("a=msid:a x\nm=audio 9\n")[0].4, None, "in the session");
}

#[test]
fn streams_are_named_by_sources_where_msid_says_nothing() {
    assert_eq!(streams("a=ssrc:1 msid:a x\na=ssrc:1 cname:c\na=ssrc:2 msid:b x"), ids(&["a", "b"]));
    assert_eq!(streams("a=ssrc:1 msid:a"), ids(&["a"]));
    assert_eq!(streams("a=ssrc:1 msid:- x"), ids(&[]));
    assert_eq!(streams("a=ssrc:1 msid:a x\na=msid:b x"), ids(&["b"]));
    assert_eq!(streams("a=msid:b x\na=ssrc:1 msid:a x"), ids(&["b"]));
    assert_eq!(streams("a=msid:- x\na=ssrc:1 msid:a x"), ids(&[]));
    for nothing in [
        "a=ssrc:1 mslabel:a",
        "a=ssrc:1 msid:",
        "a=ssrc:1",
        "a=ssrc:1 cname:msid:a",
        "a=ssrc-group:FID 1 msid:a",
    ] {
        assert_eq!(streams(nothing), None, "{nothing:?}");
    }
}

#[test]
fn bytes_that_are_no_text_are_read_as_they_are() {
    let media: Vec<_> =
        Description::new(b"\xff\nm=\xfe 0\na=mid:\xfd\xfc \xfb\na=msid:\xfa x\n").media().collect();
    assert_eq!(media.len(), 1);
    assert_eq!(media[0].kind(), b"\xfe");
    assert_eq!(media[0].mid(), Some(&b"\xfd\xfc"[..]));
    assert!(media[0].is_rejected());
    assert_eq!(media[0].streams().unwrap().collect::<Vec<_>>(), [b"\xfa"]);
}

/// What descriptions are made of, and what they are not.
fn line() -> impl Strategy<Value = Vec<u8>> {
    let known = proptest::sample::select(vec![
        "v=0",
        "m=audio 9 RTP 0",
        "m=video 0 RTP 96",
        "m=application 9 UDP",
        "m=",
        "a=mid:0",
        "a=mid:",
        "a=msid:a x",
        "a=msid:- x",
        "a=msid:",
        "a=ssrc:1 msid:b x",
        "a=ssrc:",
        "a=sendonly",
        "a=inactive",
        "a=bundle-only",
        "a=msid-semantic: WMS *",
        "",
        " ",
        "a",
        "a=",
    ]);
    prop_oneof![4 => known.prop_map(|line| line.as_bytes().to_vec()), 1 => vec(any::<u8>(), 0..12)]
}

/// A medium while it is read in another way.
#[derive(Default)]
struct Medium {
    kind: String,
    mid: Option<String>,
    is_zero: bool,
    is_bundle_only: bool,
    sends: Option<bool>,
    by_msid: Option<Vec<String>>,
    by_source: Option<Vec<String>>,
}

/// The same, read in another way: line after line, each as a whole.
fn read_again(text: &[u8]) -> Vec<Said> {
    let owned = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let mut session = None;
    let mut media: Vec<Medium> = Vec::new();
    for line in text.split(|byte| b"\r\n".contains(byte)).filter(|line| !line.is_empty()) {
        let tokens: Vec<_> = line.split(|byte| b" \t".contains(byte)).collect();
        let words: Vec<_> = tokens.iter().copied().filter(|word| !word.is_empty()).collect();
        if let Some(kind) = tokens[0].strip_prefix(b"m=") {
            let port = words.get(1).and_then(|port| port.split(|&byte| byte == b'/').next());
            let is_zero =
                port.is_some_and(|port| !port.is_empty() && port.iter().all(|&byte| byte == b'0'));
            media.push(Medium { kind: owned(kind), is_zero, ..Medium::default() });
            continue;
        }
        let whole = if words.len() == 1 && tokens[0] == words[0] { words[0] } else { b"" };
        let direction = match whole {
            b"a=sendrecv" | b"a=sendonly" => Some(true),
            b"a=recvonly" | b"a=inactive" => Some(false),
            _ => None,
        };
        let Some(medium) = media.last_mut() else {
            session = session.or(direction);
            continue;
        };
        let name = |ids: &mut Option<Vec<String>>, id: &[u8]| {
            ids.get_or_insert_default().extend((id != b"-").then(|| owned(id)));
        };
        medium.sends = medium.sends.or(direction);
        medium.is_bundle_only |= whole == b"a=bundle-only";
        if let Some(mid) = tokens[0].strip_prefix(b"a=mid:").filter(|mid| !mid.is_empty()) {
            medium.mid.get_or_insert(owned(mid));
        }
        if let Some(id) = tokens[0].strip_prefix(b"a=msid:").filter(|id| !id.is_empty()) {
            name(&mut medium.by_msid, id);
        }
        let second =
            words.get(1).and_then(|word| word.strip_prefix(b"msid:")).filter(|id| !id.is_empty());
        if let (true, Some(id)) = (tokens[0].starts_with(b"a=ssrc:"), second) {
            name(&mut medium.by_source, id);
        }
    }
    media
        .into_iter()
        .map(|medium| {
            let rejected = medium.is_zero && !medium.is_bundle_only;
            let sends = medium.sends.or(session).unwrap_or(true) && !rejected;
            (medium.kind, medium.mid, rejected, sends, medium.by_msid.or(medium.by_source))
        })
        .collect()
}

proptest! {
    #[test]
    fn any_lines_are_read_as_they_are_line_by_line(lines in vec(line(), 0..30), end in "\r\n|\n|\r") {
        let text = lines.join(end.as_bytes());
        prop_assert_eq!(read(&text), read_again(&text));
    }

    #[test]
    fn any_bytes_are_a_description(text in vec(any::<u8>(), 0..200)) {
        for media in Description::new(&text).media() {
            media.streams().into_iter().flatten().for_each(drop);
        }
    }
}
