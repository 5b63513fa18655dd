//! Single rules, each in the words of its step, in both directions: where a host is right, nothing is added.

use mediastream_polyfill::negotiation::SignalingState::*;
use mediastream_polyfill::negotiation::{
    Call, Direction, Effect, Host, Needed, Negotiation, Phase, SdpType, SignalingState, Verdict,
};

const SENDS: &str =
    "v=0\no=- 1 1 IN IP4 0.0.0.0\nm=video 9 RTP 96\na=mid:0\na=sendonly\na=msid:a x\n";

/// A connection that has been looked at once, when there was nothing.
fn fresh(host: Host) -> Negotiation {
    let mut negotiation = Negotiation::new(host);
    read(&mut negotiation, Stable, None, None, &[]);
    assert_eq!(settle(&mut negotiation), []);
    negotiation
}

/// Transceivers are a receiver, a mid and a direction each.
fn read(
    negotiation: &mut Negotiation,
    state: SignalingState,
    call: Option<Call>,
    text: Option<&str>,
    transceivers: &[(u32, Option<&str>, Direction)],
) {
    negotiation.begin(state, call);
    if let Some(text) = text {
        negotiation.describe(text.as_bytes());
    }
    for &(receiver, mid, direction) in transceivers {
        negotiation.transceiver(receiver, mid.map(str::as_bytes), direction);
    }
    negotiation.process();
}

fn drain(negotiation: &mut Negotiation, until: Phase) -> Vec<Effect> {
    let effects = std::iter::from_fn(|| {
        let effect = negotiation.next_effect(until, false)?;
        if matches!(effect, Effect::Remove(..) | Effect::Add(..)) {
            negotiation.performed(true);
        }
        Some(effect)
    });
    effects.collect()
}

fn settle(negotiation: &mut Negotiation) -> Vec<Effect> {
    let effects = drain(negotiation, Phase::Settled);
    negotiation.settle();
    effects
}

/// The host fires `track` with objects of these ids, which are script's.
fn fires_track(negotiation: &mut Negotiation, receiver: u32, ids: &[&str]) -> (Verdict, Vec<u32>) {
    let mut streams = Vec::new();
    for (place, id) in ids.iter().enumerate() {
        let stream = negotiation.given(receiver, place, id.as_bytes());
        negotiation.bind(stream);
        negotiation.push_given(stream, true);
        streams.push(stream);
    }
    (negotiation.track_fired(receiver), streams)
}

/// A video is received in the stream “a”. Returns the receiver and the stream.
fn receiving(host: Host) -> (Negotiation, u32, u32) {
    let mut negotiation = fresh(host);
    let video = negotiation.create_receiver();
    read(
        &mut negotiation,
        HaveRemoteOffer,
        None,
        Some(SENDS),
        &[(video, Some("0"), Direction::None)],
    );
    let (verdict, streams) = fires_track(&mut negotiation, video, &["a"]);
    assert_eq!(verdict, Verdict::Pass);
    settle(&mut negotiation);
    read(&mut negotiation, Stable, None, None, &[(video, Some("0"), Direction::ReceivesOnly)]);
    assert_eq!(settle(&mut negotiation), []);
    (negotiation, video, streams[0])
}

fn offers(negotiation: &mut Negotiation, video: u32, attributes: &str) {
    let text = format!("v=0\no=- 1 2 IN IP4 0.0.0.0\nm=video 9 RTP 96\na=mid:0\n{attributes}\n");
    read(
        negotiation,
        HaveRemoteOffer,
        None,
        Some(&text),
        &[(video, Some("0"), Direction::ReceivesOnly)],
    );
}

#[test]
fn what_the_host_removes_when_it_should_is_heard_and_nothing_is_added() {
    let (mut negotiation, video, stream) = receiving(Host::Announces);
    offers(&mut negotiation, video, "a=inactive");
    assert_eq!(negotiation.track_removed(stream, video, true), Verdict::Pass);
    assert_eq!(settle(&mut negotiation), [Effect::Release(stream)]);
    assert_eq!(negotiation.track_removed(stream, video, true), Verdict::Hold, "twice");
}

#[test]
fn what_the_host_does_not_remove_is_removed() {
    let (mut negotiation, video, stream) = receiving(Host::Announces);
    offers(&mut negotiation, video, "a=inactive");
    assert_eq!(settle(&mut negotiation), [Effect::Remove(stream, video), Effect::Release(stream)]);
    assert_eq!(negotiation.track_removed(stream, video, true), Verdict::Hold);
}

#[test]
fn what_the_host_has_removed_already_may_still_be_heard() {
    let (mut negotiation, video, stream) = receiving(Host::Announces);
    offers(&mut negotiation, video, "a=msid:b x");
    assert_eq!(negotiation.next_effect(Phase::Removed, false), Some(Effect::Remove(stream, video)));
    negotiation.performed(false);
    assert_eq!(negotiation.track_removed(stream, video, true), Verdict::Pass);
    assert_eq!(negotiation.track_removed(stream, video, true), Verdict::Hold);
}

#[test]
fn nothing_is_negotiated_by_an_offer_of_ours() {
    let (mut negotiation, video, stream) = receiving(Host::Announces);
    read(
        &mut negotiation,
        HaveLocalOffer,
        None,
        None,
        &[(video, Some("0"), Direction::ReceivesOnly)],
    );
    assert_eq!(negotiation.track_removed(stream, video, true), Verdict::Undo);
    let (verdict, _) = fires_track(&mut negotiation, video, &["other"]);
    assert_eq!(verdict, Verdict::Hold);
    assert!(!settle(&mut negotiation).contains(&Effect::Remove(stream, video)));
    assert_eq!(negotiation.streams_of(video), [stream]);
}

#[test]
fn our_answer_that_does_not_receive_removes() {
    let (mut negotiation, video, stream) = receiving(Host::Announces);
    offers(&mut negotiation, video, "a=sendonly\na=msid:a x");
    assert_eq!(settle(&mut negotiation), []);
    // With candidates its text is another, of the same origin.
    let text = "v=0\no=- 1 2 IN IP4 0.0.0.0\nm=video 5 RTP 96\na=mid:0\na=sendonly\na=msid:a x\na=candidate:1\n";
    let answer = Some(Call { remote: false, kind: None });
    read(&mut negotiation, Stable, answer, Some(text), &[(video, Some("0"), Direction::Inactive)]);
    assert_eq!(settle(&mut negotiation), [Effect::Remove(stream, video), Effect::Release(stream)]);
}

#[test]
fn a_rollback_by_either_method_leads_back() {
    for call in
        [Some(Call { remote: true, kind: None }), Some(Call { remote: false, kind: None }), None]
    {
        let (mut negotiation, video, stream) = receiving(Host::Announces);
        offers(&mut negotiation, video, "a=inactive");
        settle(&mut negotiation);
        read(
            &mut negotiation,
            Stable,
            call,
            Some(SENDS),
            &[(video, Some("0"), Direction::ReceivesOnly)],
        );
        assert_eq!(
            negotiation.next_effect(Phase::Settled, false),
            Some(Effect::Keep(stream)),
            "{call:?}"
        );
        negotiation.bind(stream);
        assert_eq!(
            settle(&mut negotiation),
            [Effect::Add(stream, video), Effect::Track(video)],
            "{call:?}"
        );
    }
}

#[test]
fn an_offer_of_ours_that_is_rolled_back_changes_nothing() {
    let (mut negotiation, video, stream) = receiving(Host::Announces);
    read(
        &mut negotiation,
        HaveLocalOffer,
        None,
        None,
        &[(video, Some("0"), Direction::ReceivesOnly)],
    );
    settle(&mut negotiation);
    let call = Some(Call { remote: false, kind: None });
    read(&mut negotiation, Stable, call, None, &[(video, Some("0"), Direction::ReceivesOnly)]);
    assert_eq!(settle(&mut negotiation), []);
    assert_eq!(negotiation.streams_of(video), [stream]);
}

#[test]
fn where_a_description_says_nothing_of_streams_the_host_chooses() {
    let (mut negotiation, video, stream) = receiving(Host::Announces);
    offers(&mut negotiation, video, "a=sendonly");
    assert_eq!(negotiation.track_removed(stream, video, true), Verdict::Pass);
    let (verdict, streams) = fires_track(&mut negotiation, video, &["default"]);
    assert_eq!(verdict, Verdict::Pass);
    assert_eq!(negotiation.streams_of(video), streams);
    assert!(
        !settle(&mut negotiation)
            .iter()
            .any(|effect| matches!(effect, Effect::Remove(..) | Effect::Track(_)))
    );
    // And where it chooses nothing, it stays.
    offers(&mut negotiation, video, "a=sendonly");
    assert_eq!(settle(&mut negotiation), []);
    assert_eq!(negotiation.track_added(streams[0], video, true), Verdict::Hold);
    assert_eq!(negotiation.track_added(stream, video, true), Verdict::Pass);
    assert_eq!(negotiation.streams_of(video), [streams[0], stream]);
}

#[test]
fn a_host_that_tells_nothing_takes_a_track_out_that_is_in_no_stream_any_more() {
    let (mut negotiation, video, stream) = receiving(Host::Unannounced);
    offers(&mut negotiation, video, "a=sendonly");
    assert_eq!(settle(&mut negotiation), [Effect::Remove(stream, video), Effect::Release(stream)]);
}

#[test]
fn the_rejection_of_an_offer_ends_a_track_of_a_host_that_tells_nothing() {
    for (host, ends) in [(Host::Announces, false), (Host::Unannounced, true)] {
        let (mut negotiation, video, stream) = receiving(host);
        let text = "o=- 1 2 IN IP4 0.0.0.0\nm=video 0 RTP 96\na=mid:0\n";
        read(
            &mut negotiation,
            HaveRemoteOffer,
            None,
            Some(text),
            &[(video, Some("0"), Direction::ReceivesOnly)],
        );
        let effects = settle(&mut negotiation);
        assert_eq!(effects.contains(&Effect::End(video)), ends);
        assert_eq!(effects.contains(&Effect::Forget(video)), ends);
        assert!(effects.contains(&Effect::Remove(stream, video)));
    }
}

#[test]
fn a_transceiver_that_is_gone_is_stopped() {
    let (mut negotiation, video, stream) = receiving(Host::Announces);
    read(
        &mut negotiation,
        Stable,
        Some(Call { remote: true, kind: Some(SdpType::Answer) }),
        None,
        &[],
    );
    let effects = settle(&mut negotiation);
    assert_eq!(
        effects,
        [Effect::Remove(stream, video), Effect::Forget(video), Effect::Release(stream)]
    );
    assert_eq!(negotiation.create_receiver(), video, "its number may be another's");
}

#[test]
fn in_a_session_without_mids_the_position_decides() {
    let text = "o=- 1 1 IN IP4 0.0.0.0\nm=audio 9 RTP 0\na=recvonly\nm=application 9 UDP\nm=video 9 RTP 96\na=msid:a x\n";
    for mids in [[Some("0"), Some("1"), None], [None, None, None]] {
        let mut negotiation = fresh(Host::Announces);
        let [audio, video, unused] = [0, 1, 2].map(|_| negotiation.create_receiver());
        let seen = [audio, video, unused].into_iter().zip(mids);
        let seen: Vec<_> = seen.map(|(receiver, mid)| (receiver, mid, Direction::None)).collect();
        read(&mut negotiation, HaveRemoteOffer, None, Some(text), &seen);
        assert_eq!(negotiation.streams_of(video).len(), 1, "{mids:?}");
        assert!(
            negotiation.streams_of(audio).is_empty() && negotiation.streams_of(unused).is_empty(),
            "{mids:?}"
        );
    }
}

#[test]
fn with_our_own_offer_what_transceivers_say_counts_at_the_first_reading_only() {
    let own_offer = Some(Call { remote: false, kind: Some(SdpType::Offer) });
    let mut negotiation = Negotiation::new(Host::Unannounced);
    assert_eq!(negotiation.begin(HaveLocalOffer, own_offer), Needed::All);
    assert_eq!(negotiation.begin(HaveLocalOffer, own_offer), Needed::Nothing);
    for (remote, kind) in [
        (false, None),
        (false, Some(SdpType::Answer)),
        (false, Some(SdpType::Pranswer)),
        (false, Some(SdpType::Rollback)),
        (true, None),
        (true, Some(SdpType::Rollback)),
    ] {
        assert_eq!(negotiation.begin(HaveLocalOffer, Some(Call { remote, kind })), Needed::All);
    }
    assert_eq!(negotiation.begin(HaveLocalOffer, None), Needed::All);
}

#[test]
fn with_a_remote_description_what_that_says_counts() {
    for kind in [SdpType::Offer, SdpType::Answer, SdpType::Pranswer] {
        let call = Some(Call { remote: true, kind: Some(kind) });
        let mut negotiation = Negotiation::new(Host::Unannounced);
        assert_eq!(negotiation.begin(HaveRemoteOffer, call), Needed::All, "at the first reading");
        assert_eq!(negotiation.begin(HaveRemoteOffer, call), Needed::Mids);
    }
}

#[test]
fn a_host_changes_the_streams_that_a_description_is_about() {
    let both = "o=- 1 1 IN IP4 0.0.0.0\nm=video 9 RTP 96\na=mid:0\na=msid:a x\nm=video 9 RTP 96\na=mid:1\na=msid:b x\n";
    let one = "o=- 1 2 IN IP4 0.0.0.0\nm=video 9 RTP 96\na=mid:0\na=msid:a x\nm=video 9 RTP 96\na=mid:1\na=inactive\n";
    let offer = Some(Call { remote: true, kind: Some(SdpType::Offer) });
    let answer = Some(Call { remote: false, kind: Some(SdpType::Answer) });
    let mut negotiation = fresh(Host::Unannounced);
    let [first, second] = [0, 1].map(|_| negotiation.create_receiver());
    let of = |direction: [Direction; 2]| {
        [(first, Some("0"), direction[0]), (second, Some("1"), direction[1])]
    };
    let receives = Direction::ReceivesOnly;
    read(&mut negotiation, HaveRemoteOffer, offer, Some(both), &of([Direction::None; 2]));
    let streams = [b"a", b"b"].map(|id| negotiation.stream_named(id));
    for stream in streams {
        negotiation.bind(stream);
    }
    let mut changed = |state, call, text, directions| {
        read(&mut negotiation, state, call, text, &of(directions));
        let changed = streams.map(|stream| negotiation.may_have_changed(stream));
        settle(&mut negotiation);
        changed
    };
    // The same step, read once more.
    assert_eq!(changed(HaveRemoteOffer, offer, None, [Direction::None; 2]), [true, true]);
    assert_eq!(changed(Stable, answer, None, [receives; 2]), [false, false]);
    assert_eq!(changed(HaveRemoteOffer, offer, Some(one), [Direction::None; 2]), [false, true]);
    assert_eq!(changed(Stable, answer, None, [Direction::Inactive; 2]), [true, false]);
    assert_eq!(changed(Stable, None, None, [Direction::Inactive; 2]), [true, true], "who knows?");
}

#[test]
fn what_was_received_before_us_is_not_told_again() {
    let mut negotiation = Negotiation::new(Host::Announces);
    let [known, unknown] = [0, 1].map(|_| negotiation.create_receiver());
    let transceivers = [
        (known, Some("0"), Direction::ReceivesOnly),
        (unknown, Some("1"), Direction::ReceivesOnly),
    ];
    negotiation.begin(Stable, None);
    for (receiver, mid, direction) in transceivers {
        negotiation.transceiver(receiver, mid.map(str::as_bytes), direction);
    }
    let stream = negotiation.stream_named(b"a");
    negotiation.bind(stream);
    negotiation.learn_stream(known, stream);
    negotiation.process();
    assert_eq!(settle(&mut negotiation), []);
    let text = "o=- 1 1 IN IP4 0.0.0.0\nm=video 9 RTP 96\na=mid:0\na=msid:a x\nm=video 9 RTP 96\na=mid:1\na=msid:b x\n";
    read(&mut negotiation, HaveRemoteOffer, None, Some(text), &transceivers);
    assert_eq!(settle(&mut negotiation), []);
    // What the host does with what we don't know of is its business.
    assert_eq!(negotiation.track_removed(stream, unknown, true), Verdict::Pass);
    let (verdict, streams) = fires_track(&mut negotiation, unknown, &["b"]);
    assert_eq!((verdict, negotiation.streams_of(unknown)), (Verdict::Pass, &streams[..]));
}

#[test]
fn the_host_s_object_stands_for_a_stream_that_has_none_whatever_its_id() {
    let mut negotiation = fresh(Host::Announces);
    let video = negotiation.create_receiver();
    read(
        &mut negotiation,
        HaveRemoteOffer,
        None,
        Some(SENDS),
        &[(video, Some("0"), Direction::None)],
    );
    let (verdict, streams) = fires_track(&mut negotiation, video, &["another"]);
    assert_eq!((verdict, streams), (Verdict::Pass, vec![negotiation.find_stream(b"a").unwrap()]));
}

#[test]
fn an_object_of_another_stream_s_id_is_that_stream_s() {
    let mut negotiation = fresh(Host::Announces);
    let video = negotiation.create_receiver();
    read(
        &mut negotiation,
        HaveRemoteOffer,
        None,
        Some(SENDS),
        &[(video, Some("0"), Direction::None)],
    );
    let expected = negotiation.find_stream(b"a").unwrap();
    let other = negotiation.stream_named(b"b");
    assert_eq!(negotiation.given(video, 0, b"b"), other, "it is known");
    negotiation.bind(expected);
    let another = negotiation.given(video, 0, b"c");
    assert_eq!(negotiation.find_stream(b"c"), Some(another), "what is expected has an object");
    assert_ne!(another, expected);
}

#[test]
fn script_hears_of_another_object_only_in_the_place_of_the_one_that_it_has() {
    let (mut negotiation, video, stream) = receiving(Host::Announces);
    offers(&mut negotiation, video, "a=inactive");
    settle(&mut negotiation);
    assert_eq!(negotiation.stream_removed(stream, true), Verdict::Pass);
    assert_eq!(negotiation.stream_removed(stream, false), Verdict::Replace);
    offers(&mut negotiation, video, "a=msid:a x");
    assert_eq!(negotiation.next_effect(Phase::Muted, false), Some(Effect::Keep(stream)));
    negotiation.bind(stream);
    assert_eq!(negotiation.stream_added(stream, false), Verdict::Replace);
    assert_eq!(negotiation.stream_removed(stream, true), Verdict::Hold, "it has a track");
    negotiation.push_given(stream, false);
    assert_eq!(negotiation.track_fired(video), Verdict::Replace);
    assert_eq!(drain(&mut negotiation, Phase::Added), [Effect::Add(stream, video)]);
    assert_eq!(settle(&mut negotiation), []);
    offers(&mut negotiation, video, "a=msid:a x");
    assert_eq!(negotiation.stream_added(stream, true), Verdict::Hold, "script has known it before");
    assert_eq!(
        negotiation.track_removed(stream, video, false),
        Verdict::Hold,
        "at an object of the host's alone"
    );
}

#[test]
fn a_track_event_that_somebody_else_has_fired_is_not_owed_any_more() {
    for (heard, owed) in [(true, false), (false, true)] {
        let (mut negotiation, video, stream) = receiving(Host::Announces);
        offers(&mut negotiation, video, "a=inactive");
        settle(&mut negotiation);
        offers(&mut negotiation, video, "a=msid:a x");
        negotiation.next_effect(Phase::Muted, false);
        negotiation.bind(stream);
        if heard {
            negotiation.push_given(stream, true);
        }
        negotiation.track_heard(video);
        assert_eq!(settle(&mut negotiation).contains(&Effect::Track(video)), owed);
    }
}

#[test]
fn in_a_closed_connection_no_track_event_fires() {
    let (mut negotiation, video, stream) = receiving(Host::Announces);
    offers(&mut negotiation, video, "a=inactive");
    settle(&mut negotiation);
    offers(&mut negotiation, video, "a=msid:a x");
    negotiation.next_effect(Phase::Muted, false);
    negotiation.bind(stream);
    assert_eq!(drain(&mut negotiation, Phase::Added), [Effect::Add(stream, video)]);
    assert_eq!(negotiation.next_effect(Phase::Settled, true), None);
    negotiation.settle();
    read(&mut negotiation, Closed, None, None, &[]);
    assert_eq!(settle(&mut negotiation), []);
}

#[test]
fn a_receiver_whose_track_may_change_is_added_when_it_is_heard_of() {
    let text = "o=- 1 2 IN IP4 0.0.0.0\nm=video 9 RTP 96\na=mid:0\na=msid:a x\nm=video 9 RTP 96\na=mid:1\na=msid:a x\n";
    for (changes, early) in [(true, false), (false, true)] {
        let negotiation = Negotiation::new(Host::Unannounced);
        let mut negotiation =
            if changes { negotiation.with_changing_tracks() } else { negotiation };
        read(&mut negotiation, Stable, None, None, &[]);
        settle(&mut negotiation);
        let [first, second] = [0, 1].map(|_| negotiation.create_receiver());
        let transceivers =
            [(first, Some("0"), Direction::None), (second, Some("1"), Direction::None)];
        read(&mut negotiation, HaveRemoteOffer, None, Some(text), &transceivers);
        let (_, streams) = fires_track(&mut negotiation, first, &["a"]);
        let added = drain(&mut negotiation, Phase::Added);
        assert_eq!(added.contains(&Effect::Add(streams[0], second)), early);
        assert!(added.contains(&Effect::Add(streams[0], first)));
        let (_, streams) = fires_track(&mut negotiation, second, &["a"]);
        assert_eq!(
            drain(&mut negotiation, Phase::Added).contains(&Effect::Add(streams[0], second)),
            !early
        );
    }
}

#[test]
fn what_a_host_that_tells_nothing_receives_again_is_unmuted_when_that_is_stable() {
    let (mut negotiation, video, stream) = receiving(Host::Unannounced);
    offers(&mut negotiation, video, "a=inactive");
    let muted = settle(&mut negotiation);
    assert_eq!(
        muted,
        [Effect::Mute(video), Effect::Remove(stream, video), Effect::Release(stream)]
    );
    offers(&mut negotiation, video, "a=msid:a x");
    negotiation.next_effect(Phase::Muted, false);
    negotiation.bind(stream);
    assert_eq!(settle(&mut negotiation), [Effect::Add(stream, video), Effect::Track(video)]);
    let answer = Some(Call { remote: false, kind: Some(SdpType::Answer) });
    read(
        &mut negotiation,
        HaveRemoteOffer,
        answer,
        None,
        &[(video, Some("0"), Direction::ReceivesOnly)],
    );
    assert_eq!(settle(&mut negotiation), [Effect::Unmute(video)]);
}

#[test]
fn what_is_read_is_read_once_for_a_step() {
    let (mut negotiation, video, _) = receiving(Host::Announces);
    assert!(negotiation.is_stale(Stable), "a new step");
    offers(&mut negotiation, video, "a=msid:a x");
    assert!(!negotiation.is_stale(HaveRemoteOffer));
    assert!(negotiation.is_stale(Stable), "another state");
    assert!(negotiation.has_read(video));
    let late = negotiation.create_receiver();
    assert!(!negotiation.has_read(late));
    negotiation.process_transceiver(late, Some(b"0"), Direction::None);
    assert!(negotiation.has_read(late));
    assert_eq!(negotiation.streams_of(late).len(), 1);
}

#[test]
fn what_waited_for_a_stream_that_did_not_come_is_over_with_its_step() {
    let mut negotiation = fresh(Host::Announces);
    let video = negotiation.create_receiver();
    let first =
        "o=- 1 1 IN IP4 0.0.0.0\nm=video 9 RTP 96\na=mid:0\na=msid:a x\na=msid:b x\na=msid:c x\n";
    read(
        &mut negotiation,
        HaveRemoteOffer,
        None,
        Some(first),
        &[(video, Some("0"), Direction::None)],
    );
    assert_eq!(settle(&mut negotiation), []);
    offers(&mut negotiation, video, "a=msid:a x\na=msid:b x\na=msid:c x\na=msid:d x");
    for id in [b"c", b"d"] {
        let stream = negotiation.stream_named(id);
        negotiation.bind(stream);
    }
    let last = negotiation.find_stream(b"d").unwrap();
    assert_eq!(drain(&mut negotiation, Phase::Added), [Effect::Add(last, video)]);
}

#[test]
fn a_stream_that_a_step_has_made_and_that_is_gone_is_not_made_by_the_next() {
    let (mut negotiation, video, stream) = receiving(Host::Unannounced);
    offers(&mut negotiation, video, "a=msid:a x\na=msid:b x");
    let other = negotiation.find_stream(b"b").unwrap();
    assert_eq!(negotiation.next_effect(Phase::Settled, false), Some(Effect::Make(other)));
    negotiation.bind(other);
    assert_eq!(settle(&mut negotiation), [Effect::Add(other, video), Effect::Track(video)]);
    offers(&mut negotiation, video, "a=msid:a x");
    assert_eq!(settle(&mut negotiation), [Effect::Remove(other, video), Effect::Release(other)]);
    negotiation.lose(other);
    assert_eq!(settle(&mut negotiation), []);
    assert_eq!(negotiation.streams_of(video), [stream]);
}

#[test]
fn a_stream_is_new_to_script_if_it_had_no_tracks_when_the_step_began() {
    let (mut negotiation, video, stream) = receiving(Host::Announces);
    offers(&mut negotiation, video, "a=inactive");
    assert_eq!(negotiation.stream_added(stream, true), Verdict::Pass, "it has no track");
    offers(&mut negotiation, video, "a=msid:a x");
    assert_eq!(negotiation.stream_added(stream, true), Verdict::Hold, "it had one, and has one");
}

#[test]
fn of_two_media_descriptions_of_a_mid_the_first_counts() {
    let mut negotiation = fresh(Host::Announces);
    let [first, second] = [0, 1].map(|_| negotiation.create_receiver());
    let text = "m=video 9 RTP 96\na=mid:0\na=msid:a x\nm=video 9 RTP 96\na=mid:0\na=msid:b x\nm=video 9 RTP 96\na=mid:1\na=msid:c x\n";
    let transceivers = [(first, Some("0"), Direction::None), (second, Some("1"), Direction::None)];
    read(&mut negotiation, HaveRemoteOffer, None, Some(text), &transceivers);
    for (receiver, id) in [(first, b"a"), (second, b"c")] {
        assert_eq!(negotiation.streams_of(receiver), [negotiation.find_stream(id).unwrap()]);
    }
}

#[test]
fn what_is_named_by_its_mid_does_not_take_the_place_of_what_is_not() {
    let mut negotiation = fresh(Host::Announces);
    let [audio, video] = [0, 1].map(|_| negotiation.create_receiver());
    let text = "m=audio 9 RTP 0\na=mid:0\na=msid:a x\nm=video 9 RTP 96\na=msid:b x\n";
    let transceivers = [(audio, Some("0"), Direction::None), (video, Some("1"), Direction::None)];
    read(&mut negotiation, HaveRemoteOffer, None, Some(text), &transceivers);
    for (receiver, id) in [(audio, b"a"), (video, b"b")] {
        assert_eq!(negotiation.streams_of(receiver), [negotiation.find_stream(id).unwrap()]);
    }
}

/// “For each stream in streams that is not present in [[AssociatedRemoteMediaStreams]]”, the pair is added to addList.
#[test]
fn to_a_stream_that_is_present_in_the_associated_ones_nothing_is_added_that_script_has_taken_out() {
    let (mut negotiation, video, stream) = receiving(Host::Announces);
    negotiation.look();
    offers(&mut negotiation, video, "a=msid:a x");
    assert_eq!(negotiation.track_added(stream, video, true), Verdict::Undo);
    assert_eq!(settle(&mut negotiation), []);
    assert_eq!(negotiation.streams_of(video), [stream]);
}

#[test]
fn what_a_host_says_to_have_added_and_was_in_the_stream_stays_in_it() {
    let (mut negotiation, video, stream) = receiving(Host::Announces);
    negotiation.look();
    negotiation.learn_stream(video, stream);
    offers(&mut negotiation, video, "a=msid:a x");
    assert_eq!(negotiation.track_added(stream, video, true), Verdict::Hold);
    assert_eq!(settle(&mut negotiation), []);
    // And where nobody has looked.
    negotiation.look();
    negotiation.settle();
    offers(&mut negotiation, video, "a=msid:a x");
    assert_eq!(negotiation.track_added(stream, video, true), Verdict::Hold);
}

#[test]
fn what_script_has_taken_out_is_added_when_its_stream_is_not_present_in_the_associated_ones() {
    let (mut negotiation, video, stream) = receiving(Host::Announces);
    offers(&mut negotiation, video, "a=inactive");
    settle(&mut negotiation);
    negotiation.look();
    offers(&mut negotiation, video, "a=msid:a x");
    negotiation.next_effect(Phase::Muted, false);
    negotiation.bind(stream);
    assert_eq!(negotiation.track_added(stream, video, true), Verdict::Pass);
    assert_eq!(negotiation.track_added(stream, video, true), Verdict::Hold, "it is in it");
}

#[test]
fn script_has_taken_nothing_out_of_a_stream_that_it_does_not_have() {
    let (mut negotiation, video, stream) = receiving(Host::Announces);
    negotiation.lose(stream);
    negotiation.look();
    offers(&mut negotiation, video, "a=msid:a x");
    negotiation.bind(stream);
    assert_eq!(negotiation.track_added(stream, video, true), Verdict::Hold);
}

#[test]
fn what_script_was_told_it_does_not_hear_of_the_host_as_well() {
    let (mut negotiation, video, stream) = receiving(Host::Announces);
    offers(&mut negotiation, video, "a=inactive");
    assert_eq!(drain(&mut negotiation, Phase::Removed), [Effect::Remove(stream, video)]);
    assert_eq!(negotiation.track_removed(stream, video, true), Verdict::Hold);
}

#[test]
fn a_receiver_whose_track_may_change_and_of_which_nobody_hears_is_added_when_all_is_settled() {
    let mut negotiation = Negotiation::new(Host::Unannounced).with_changing_tracks();
    read(&mut negotiation, Stable, None, None, &[]);
    settle(&mut negotiation);
    let video = negotiation.create_receiver();
    let transceivers = [(video, Some("0"), Direction::None)];
    read(&mut negotiation, HaveRemoteOffer, None, Some(SENDS), &transceivers);
    let stream = negotiation.find_stream(b"a").unwrap();
    negotiation.bind(stream);
    assert_eq!(drain(&mut negotiation, Phase::Added), []);
    assert_eq!(settle(&mut negotiation), [Effect::Add(stream, video), Effect::Track(video)]);
}

#[test]
fn what_was_not_received_before_us_is_told_when_it_is() {
    let mut negotiation = Negotiation::new(Host::Announces);
    let video = negotiation.create_receiver();
    let transceivers = [(video, Some("0"), Direction::Inactive)];
    read(&mut negotiation, Stable, None, None, &transceivers);
    settle(&mut negotiation);
    offers(&mut negotiation, video, "a=msid:a x");
    let stream = negotiation.find_stream(b"a").unwrap();
    negotiation.bind(stream);
    assert_eq!(settle(&mut negotiation), [Effect::Add(stream, video), Effect::Track(video)]);
}

#[test]
fn what_is_stopped_with_our_offer_goes_with_the_answer() {
    for host in [Host::Announces, Host::Unannounced] {
        let (mut negotiation, video, stream) = receiving(host);
        let transceivers = [(video, Some("0"), Direction::Stopped)];
        read(&mut negotiation, HaveLocalOffer, None, None, &transceivers);
        assert_eq!(settle(&mut negotiation), []);
        let answer = Some(Call { remote: true, kind: Some(SdpType::Answer) });
        read(&mut negotiation, Stable, answer, None, &transceivers);
        let effects = settle(&mut negotiation);
        assert!(effects.contains(&Effect::Remove(stream, video)));
        assert!(effects.contains(&Effect::Forget(video)));
        assert_eq!(effects.contains(&Effect::End(video)), host == Host::Unannounced);
    }
}

#[test]
fn nothing_is_negotiated_by_an_offer_of_ours_whatever_the_transceivers_say_already() {
    for kind in [Some(SdpType::Offer), None] {
        let (mut negotiation, video, stream) = receiving(Host::Unannounced);
        let call = Some(Call { remote: false, kind });
        let transceivers = [(video, Some("0"), Direction::Inactive)];
        read(&mut negotiation, HaveLocalOffer, call, None, &transceivers);
        assert_eq!(settle(&mut negotiation), [], "{kind:?}");
        assert_eq!(negotiation.streams_of(video), [stream], "{kind:?}");
    }
}

#[test]
fn steps_that_nobody_has_told_of_are_known_by_another_description() {
    let (mut negotiation, video, stream) = receiving(Host::Announces);
    let inactive = [(video, Some("0"), Direction::Inactive)];
    read(&mut negotiation, Stable, None, None, &inactive);
    assert_eq!(settle(&mut negotiation), [], "it is the same");
    let with_candidates = format!("{SENDS}a=candidate:1\n");
    read(&mut negotiation, Stable, None, Some(&with_candidates), &inactive);
    assert_eq!(settle(&mut negotiation), [], "it is of the same origin");
    let another = "o=- 1 2 IN IP4 0.0.0.0\nm=video 9 RTP 96\na=mid:0\na=inactive\n";
    read(&mut negotiation, Stable, None, Some(another), &inactive);
    assert_eq!(settle(&mut negotiation), [Effect::Remove(stream, video), Effect::Release(stream)]);
}

#[test]
fn where_our_offer_is_not_there_any_more_and_the_description_is_the_same_it_was_rolled_back() {
    let (mut negotiation, video, stream) = receiving(Host::Announces);
    offers(&mut negotiation, video, "a=sendonly\na=msid:a x");
    settle(&mut negotiation);
    let answer = Some(Call { remote: false, kind: None });
    let inactive = [(video, Some("0"), Direction::Inactive)];
    read(&mut negotiation, Stable, answer, None, &inactive);
    assert_eq!(settle(&mut negotiation), [Effect::Remove(stream, video), Effect::Release(stream)]);
    read(&mut negotiation, HaveLocalOffer, None, None, &inactive);
    assert_eq!(settle(&mut negotiation), []);
    read(&mut negotiation, Stable, None, None, &inactive);
    assert_eq!(settle(&mut negotiation), [], "what the offer before said is not received again");
}

#[test]
fn in_a_closed_connection_nothing_is_unmuted() {
    let (mut negotiation, video, stream) = receiving(Host::Unannounced);
    offers(&mut negotiation, video, "a=inactive");
    settle(&mut negotiation);
    offers(&mut negotiation, video, "a=msid:a x");
    negotiation.next_effect(Phase::Muted, false);
    negotiation.bind(stream);
    assert_eq!(settle(&mut negotiation), [Effect::Add(stream, video), Effect::Track(video)]);
    let answer = Some(Call { remote: false, kind: Some(SdpType::Answer) });
    let transceivers = [(video, Some("0"), Direction::ReceivesOnly)];
    read(&mut negotiation, Closed, answer, None, &transceivers);
    assert_eq!(settle(&mut negotiation), []);
}

#[test]
fn a_stream_to_which_a_rollback_leads_back_keeps_its_id_without_an_object_and_without_tracks() {
    let (mut negotiation, video, stream) = receiving(Host::Announces);
    let inactive = [(video, Some("0"), Direction::Inactive)];
    offers(&mut negotiation, video, "a=inactive");
    settle(&mut negotiation);
    negotiation.lose(stream);
    assert_eq!(negotiation.find_stream(b"a"), Some(stream));
    read(&mut negotiation, Stable, None, None, &inactive);
    settle(&mut negotiation);
    assert_eq!(negotiation.find_stream(b"a"), Some(stream));
    // The next offer begins with what is so now.
    offers(&mut negotiation, video, "a=inactive");
    settle(&mut negotiation);
    assert_eq!(negotiation.find_stream(b"a"), None);
}

#[test]
fn a_provisional_answer_leaves_muted_what_comes_to_be_received_until_the_answer() {
    for remote in [false, true] {
        let (mut negotiation, video, stream) = receiving(Host::Unannounced);
        offers(&mut negotiation, video, "a=inactive");
        settle(&mut negotiation);
        offers(&mut negotiation, video, "a=msid:a x");
        negotiation.next_effect(Phase::Muted, false);
        negotiation.bind(stream);
        settle(&mut negotiation);
        let transceivers = [(video, Some("0"), Direction::ReceivesOnly)];
        for (kind, effects) in
            [(SdpType::Pranswer, vec![]), (SdpType::Answer, vec![Effect::Unmute(video)])]
        {
            // The host has not brought its state up to date.
            let call = Some(Call { remote, kind: Some(kind) });
            read(&mut negotiation, HaveRemoteOffer, call, None, &transceivers);
            assert_eq!(settle(&mut negotiation), effects, "{kind:?}, {remote}");
        }
    }
}

#[test]
fn a_transceiver_that_is_gone_with_our_offer_is_stopped_by_the_answer_whatever_the_host_s_state() {
    let (mut negotiation, video, stream) = receiving(Host::Announces);
    let call = |remote, kind| Some(Call { remote, kind: Some(kind) });
    read(&mut negotiation, Stable, call(false, SdpType::Offer), None, &[]);
    assert_eq!(settle(&mut negotiation), []);
    read(&mut negotiation, Stable, call(true, SdpType::Answer), None, &[]);
    assert_eq!(
        settle(&mut negotiation),
        [Effect::Remove(stream, video), Effect::Forget(video), Effect::Release(stream)]
    );
}
