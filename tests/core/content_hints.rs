use mediastream_polyfill::media::{ContentHint, UserAgent};

const AUDIO: [ContentHint; 4] =
    [ContentHint::None, ContentHint::Speech, ContentHint::SpeechRecognition, ContentHint::Music];
const VIDEO: [ContentHint; 4] =
    [ContentHint::None, ContentHint::Motion, ContentHint::Detail, ContentHint::Text];

#[test]
fn a_track_takes_the_hints_of_its_kind_and_ignores_the_others() {
    let mut user_agent = UserAgent::new();
    let source = user_agent.create_source().unwrap();
    for (video, own, foreign) in [(false, AUDIO, VIDEO), (true, VIDEO, AUDIO)] {
        let track = user_agent.create_track(source, video).unwrap();
        for hint in own {
            assert!(user_agent.set_content_hint(track, hint));
            assert_eq!(user_agent.content_hint(track), hint);
            for other in foreign.into_iter().skip(1) {
                assert!(!user_agent.set_content_hint(track, other));
                assert_eq!(user_agent.content_hint(track), hint);
            }
        }
    }
}

#[test]
fn there_are_seven_hints() {
    for number in 0..7 {
        assert_eq!(ContentHint::new(number).map(|hint| hint as u32), Some(number));
    }
    assert_eq!(ContentHint::new(7), None);
}
