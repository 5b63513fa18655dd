//! The exports of negotiations, called as `src/js/connection` calls them: with numbers. The rules behind them have tests of
//! their own.
#![cfg(not(target_arch = "wasm32"))]

use std::iter;
use std::sync::{Mutex, MutexGuard};

use mediastream_host::negotiation::*;

// Signalling states, calls, directions and phases, as src/js/connection has them.
const STABLE: u32 = 0;
const HAVE_LOCAL_OFFER: u32 = 1;
const HAVE_REMOTE_OFFER: u32 = 2;
const HAVE_LOCAL_PRANSWER: u32 = 3;
const HAVE_REMOTE_PRANSWER: u32 = 4;
const CLOSED: u32 = 5;
const UNKNOWN_CALL: u32 = 0;
const LOCAL_OFFER: u32 = 2;
const LOCAL_ANSWER: u32 = 3;
const LOCAL_PRANSWER: u32 = 4;
const LOCAL_ROLLBACK: u32 = 5;
const REMOTE_OFFER: u32 = 7;
const NO_DIRECTION: u32 = 0;
const SENDS_AND_RECEIVES: u32 = 1;
const SENDS_ONLY: u32 = 2;
const RECEIVES_ONLY: u32 = 3;
const INACTIVE: u32 = 4;
const STOPPED: u32 = 5;
const MUTED: u32 = 0;
const REMOVED: u32 = 1;
const SETTLED: u32 = 3;

// Verdicts.
const PASS: u32 = 0;
const HOLD: u32 = 1;
const UNDO: u32 = 2;
const REPLACE: u32 = 3;

// Kinds of effects.
const KEEP: u32 = 1;
const RELEASE: u32 = 2;
const REMOVE: u32 = 7;
const ADD: u32 = 8;
const TRACK: u32 = 9;
const FORGET: u32 = 10;

const OFFER: &str = "o=- 1 1 IN IP4 0\nm=video 9 RTP 96\na=mid:0\na=msid:a x\n";
const NO_OFFER: &str = "o=- 1 2 IN IP4 0\nm=video 9 RTP 96\na=mid:0\na=inactive\n";

/// The module has one thread, and tests have many.
fn alone() -> MutexGuard<'static, ()> {
    static THREAD: Mutex<()> = Mutex::new(());
    THREAD.lock().unwrap_or_else(|poisoned| poisoned.into_inner())
}

/// Writes text where JavaScript does. Returns its length.
#[expect(unsafe_code, reason = "an address is all that an export gives")]
fn write(text: &str) -> u32 {
    let length = text.len() as u32;
    let address = text_address(length);
    // SAFETY: there is room for as many bytes at that address, until the next call.
    unsafe { std::ptr::copy_nonoverlapping(text.as_ptr(), address as *mut u8, text.len()) };
    length
}

fn read(negotiation: u32, state: u32, call: u32, text: &str, transceivers: &[(u32, u32)]) {
    begin_reading(negotiation, state, call);
    if !text.is_empty() {
        write(text);
        read_description(negotiation);
    }
    for &(receiver, direction) in transceivers {
        read_transceiver(negotiation, receiver, write("0"), direction);
    }
    process_transceivers(negotiation);
}

fn effects(negotiation: u32, phase: u32) -> Vec<(u32, u32)> {
    let effects = iter::repeat_with(|| next_negotiation_effect(negotiation, phase, false));
    effects
        .take_while(|effect| *effect != 0)
        .map(|effect| (effect >> 28, effect << 4 >> 4))
        .collect()
}

fn settle(negotiation: u32) -> Vec<(u32, u32)> {
    let effects = effects(negotiation, SETTLED);
    settle_negotiation(negotiation);
    effects
}

/// Of a host that announces: a connection that receives a video, whose number isn't 0, in one stream that script has and
/// whose number isn't 0 either.
struct Connection {
    negotiation: u32,
    video: u32,
    stream: u32,
}

impl Connection {
    fn fresh() -> Self {
        let negotiation = create_negotiation(true, false);
        read(negotiation, STABLE, UNKNOWN_CALL, "", &[]);
        create_receiver(negotiation);
        let video = create_receiver(negotiation);
        for id in ["first", "second"] {
            write(id);
            let stream = stream_named(negotiation);
            bind_stream(negotiation, stream);
        }
        settle_negotiation(negotiation);
        Connection { negotiation, video, stream: 2 }
    }

    fn receiving() -> Self {
        let connection = Self::fresh();
        let Connection { negotiation, video, stream } = connection;
        read(negotiation, HAVE_REMOTE_OFFER, UNKNOWN_CALL, OFFER, &[(video, NO_DIRECTION)]);
        write("a");
        assert_eq!(given_stream(negotiation, video, 0), stream);
        bind_stream(negotiation, stream);
        push_given(negotiation, stream, true);
        assert_eq!(track_fired(negotiation, video), PASS);
        settle(negotiation);
        connection
    }

    fn reads(&self, state: u32, call: u32, text: &str, direction: u32) {
        read(self.negotiation, state, call, text, &[(self.video, direction)]);
    }

    /// What a step does to what was received before, if the transceiver is inactive after it.
    fn is_removed_by(state: u32, call: u32) -> bool {
        let connection = Self::receiving();
        connection.reads(state, call, "", INACTIVE);
        let is_removed = settle(connection.negotiation).contains(&(REMOVE, connection.stream));
        free_negotiation(connection.negotiation);
        is_removed
    }
}

#[test]
fn a_signaling_state_is_a_number() {
    let _alone = alone();
    for (state, is_removed) in [
        // After an offer of the remote's: an answer of ours, or a rollback, or what we do not know of.
        (STABLE, true),
        (HAVE_LOCAL_PRANSWER, true),
        (HAVE_LOCAL_OFFER, false),
        (HAVE_REMOTE_OFFER, false),
        (HAVE_REMOTE_PRANSWER, false),
        (CLOSED, false),
    ] {
        assert_eq!(Connection::is_removed_by(state, UNKNOWN_CALL), is_removed, "{state}");
    }
    let Connection { negotiation, .. } = Connection::receiving();
    for state in [HAVE_LOCAL_OFFER, HAVE_LOCAL_PRANSWER, HAVE_REMOTE_PRANSWER, CLOSED] {
        begin_reading(negotiation, state, UNKNOWN_CALL);
        assert!(!is_stale(negotiation, state));
        assert!(is_stale(negotiation, STABLE));
    }
}

#[test]
fn a_closed_connection_has_negotiated_for_the_last_time() {
    let _alone = alone();
    let connection = Connection::receiving();
    connection.reads(CLOSED, UNKNOWN_CALL, NO_OFFER, INACTIVE);
    assert_eq!(settle(connection.negotiation), []);
}

#[test]
fn a_call_is_a_number() {
    let _alone = alone();
    for (call, is_removed) in
        [(LOCAL_OFFER, false), (LOCAL_ANSWER, true), (LOCAL_PRANSWER, true), (REMOTE_OFFER, false)]
    {
        // The host may not have brought its state up to date.
        assert_eq!(Connection::is_removed_by(HAVE_REMOTE_OFFER, call), is_removed, "{call}");
    }
    // A provisional answer of ours leaves the remote's offer where a rollback leads back from it.
    let connection = Connection::receiving();
    connection.reads(STABLE, LOCAL_ANSWER, "", RECEIVES_ONLY);
    settle(connection.negotiation);
    connection.reads(HAVE_REMOTE_OFFER, REMOTE_OFFER, NO_OFFER, RECEIVES_ONLY);
    assert_eq!(settle(connection.negotiation), [(REMOVE, 2), (RELEASE, 2)]);
    connection.reads(STABLE, LOCAL_ROLLBACK, "", RECEIVES_ONLY);
    assert_eq!(effects(connection.negotiation, MUTED), [(KEEP, 2)]);
}

#[test]
fn a_direction_is_a_number() {
    let _alone = alone();
    for (direction, receives) in
        [(SENDS_AND_RECEIVES, true), (SENDS_ONLY, false), (RECEIVES_ONLY, true), (INACTIVE, false)]
    {
        let connection = Connection::receiving();
        connection.reads(STABLE, LOCAL_ANSWER, "", direction);
        assert_eq!(settle(connection.negotiation).is_empty(), receives, "{direction}");
        // What is not received of a transceiver that is stopped is not, and it is forgotten.
        connection.reads(STABLE, UNKNOWN_CALL, "", STOPPED);
        assert!(settle(connection.negotiation).contains(&(FORGET, connection.video)));
    }
}

#[test]
fn a_connection_that_is_gone_knows_nothing_and_its_number_is_another_s() {
    let _alone = alone();
    let Connection { negotiation, video, .. } = Connection::receiving();
    assert_eq!(count_streams(negotiation, video), 1);
    free_negotiation(negotiation);
    assert_eq!(count_streams(negotiation, video), 0);
    free_negotiation(negotiation);
    assert_eq!(create_negotiation(true, false), negotiation);
    assert_ne!(create_negotiation(true, false), negotiation, "it is freed once");
}

#[test]
fn what_one_large_text_needed_is_not_kept_for_the_small_ones_after_it() {
    let _alone = alone();
    const LARGE: u32 = 1 << 17;
    const SMALL: u32 = 1 << 10;
    let large = text_address(LARGE);
    assert_eq!(text_address(1 << 12), large, "not small enough to begin anew");
    assert_eq!(text_address(LARGE), large, "so it is there still");
    let [small, held] = [text_address(SMALL), text_address(SMALL)];
    assert_eq!(small, held, "nor is what small ones need given up");
    assert_ne!(small, large);
    let Connection { negotiation, stream, .. } = Connection::receiving();
    for text in ["a".to_owned(), format!("a{}", " ".repeat((1 << 16) - 1))] {
        write(&text);
        text_address(1);
        assert_eq!(
            find_stream(negotiation),
            stream + 1,
            "neither was large, and it is there still"
        );
    }
}

#[test]
fn what_was_read_late_is_told_by_the_same_numbers() {
    let _alone = alone();
    let Connection { negotiation, video, stream } = Connection::fresh();
    read(negotiation, HAVE_REMOTE_OFFER, UNKNOWN_CALL, OFFER, &[(video, NO_DIRECTION)]);
    let late = create_receiver(negotiation);
    assert!(has_read(negotiation, video) && !has_read(negotiation, late));
    process_transceiver(negotiation, late, write("0"), NO_DIRECTION);
    assert!(has_read(negotiation, late));
    assert_eq!(count_streams(negotiation, late), 1);
    assert_eq!(stream_at(negotiation, late, 0), stream);
    assert_eq!(stream_at(negotiation, late, 1), 0, "there is none");
    assert_eq!(count_streams(negotiation, late + 1), 0, "nor such a receiver");
}

#[test]
fn what_script_has_taken_out_stays_out() {
    let _alone = alone();
    for (is_in, verdict) in [(true, HOLD), (false, UNDO)] {
        let Connection { negotiation, video, stream } = Connection::receiving();
        look_into_streams(negotiation);
        if is_in {
            learn_stream(negotiation, video, stream);
        }
        read(negotiation, STABLE, UNKNOWN_CALL, OFFER, &[(video, RECEIVES_ONLY)]);
        assert_eq!(track_added(negotiation, stream, video, true), verdict);
    }
}

#[test]
fn what_was_there_before_is_learned() {
    let _alone = alone();
    let Connection { negotiation, video, stream } = Connection::fresh();
    learn_stream(negotiation, video, stream);
    assert_eq!((count_streams(negotiation, video), stream_at(negotiation, video, 0)), (1, stream));
}

#[test]
fn a_stream_is_found_by_its_id_and_told_by_it() {
    let _alone = alone();
    let Connection { negotiation, stream, .. } = Connection::receiving();
    write("a");
    assert_eq!(find_stream(negotiation), stream + 1);
    write("b");
    assert_eq!(find_stream(negotiation), 0);
    assert_eq!(stream_id(negotiation, 1), "second".len() as u32);
    assert_eq!(find_stream(negotiation), 1 + 1, "its id is in the buffer");
    assert_eq!(stream_id(negotiation, 100), 0);
}

#[test]
fn a_stream_that_is_lost_is_not_removed_from() {
    let _alone = alone();
    let connection = Connection::receiving();
    lose_stream(connection.negotiation, connection.stream);
    connection.reads(HAVE_REMOTE_OFFER, UNKNOWN_CALL, NO_OFFER, RECEIVES_ONLY);
    assert_eq!(effects(connection.negotiation, REMOVED), []);
}

#[test]
fn a_phase_is_a_number() {
    let _alone = alone();
    let connection = Connection::receiving();
    let Connection { negotiation, video, stream } = connection;
    connection.reads(HAVE_REMOTE_OFFER, UNKNOWN_CALL, NO_OFFER, RECEIVES_ONLY);
    assert_eq!(effects(negotiation, MUTED), []);
    assert_eq!(effects(negotiation, REMOVED), [(REMOVE, stream)]);
    assert_eq!(effects(negotiation, SETTLED), [(RELEASE, stream)]);
    settle_negotiation(negotiation);
    connection.reads(HAVE_REMOTE_OFFER, UNKNOWN_CALL, OFFER, RECEIVES_ONLY);
    bind_stream(negotiation, stream);
    assert_eq!(effects(negotiation, REMOVED), [(KEEP, stream)]);
    assert_eq!(settle(negotiation), [(ADD, stream), (TRACK, video)]);
}

#[test]
fn a_change_that_happened_is_not_the_host_s_to_make() {
    let _alone = alone();
    for (happened, verdict) in [(true, HOLD), (false, PASS)] {
        let connection = Connection::receiving();
        let Connection { negotiation, video, stream } = connection;
        connection.reads(HAVE_REMOTE_OFFER, UNKNOWN_CALL, NO_OFFER, RECEIVES_ONLY);
        assert_eq!(next_negotiation_effect(negotiation, REMOVED, false), (REMOVE << 28) | stream);
        assert_eq!(receiver_of_effect(), video);
        effect_performed(negotiation, happened);
        assert_eq!(track_removed(negotiation, stream, video, true), verdict);
    }
}

#[test]
fn a_verdict_is_a_number() {
    let _alone = alone();
    let connection = Connection::receiving();
    let Connection { negotiation, video, stream } = connection;
    assert_eq!(track_added(negotiation, stream, video, true), HOLD, "it is in it");
    assert_eq!(track_added(negotiation, stream, video, false), HOLD, "at an object of the host's");
    assert_eq!(stream_removed(negotiation, stream, true), HOLD, "it has a track");
    connection.reads(HAVE_REMOTE_OFFER, UNKNOWN_CALL, NO_OFFER, RECEIVES_ONLY);
    assert_eq!(track_added(negotiation, stream, video, true), 2, "it is to be in none");
    assert_eq!(stream_removed(negotiation, stream, true), PASS);
    assert_eq!(stream_removed(negotiation, stream, false), REPLACE);
    settle(negotiation);
    connection.reads(HAVE_REMOTE_OFFER, UNKNOWN_CALL, OFFER, RECEIVES_ONLY);
    assert_eq!(stream_added(negotiation, stream, false), REPLACE);
    assert_eq!(stream_added(negotiation, stream, true), PASS);
    bind_stream(negotiation, stream);
    assert_eq!(track_added(negotiation, stream, video, true), PASS);
    settle(negotiation);
    begin_reading(negotiation, HAVE_REMOTE_OFFER, UNKNOWN_CALL);
    assert_eq!(stream_added(negotiation, stream, true), HOLD, "script has known it before");
}

#[test]
fn a_track_event_that_is_heard_is_not_owed() {
    let _alone = alone();
    for (heard, owed) in [(true, false), (false, true)] {
        let Connection { negotiation, video, stream } = Connection::fresh();
        read(negotiation, HAVE_REMOTE_OFFER, UNKNOWN_CALL, OFFER, &[(video, NO_DIRECTION)]);
        bind_stream(negotiation, stream);
        push_given(negotiation, stream, true);
        if heard {
            track_heard(negotiation, video);
        }
        assert_eq!(settle(negotiation).contains(&(TRACK, video)), owed);
    }
}
