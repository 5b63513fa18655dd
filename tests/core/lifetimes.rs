//! Pages that nothing refers to any more are freed, in whatever order the collector finds them.

use mediastream_polyfill::media::{
    Id, PAGE_SIZE, SlotType, Source, SourceState, Stream, StreamState, Track, UserAgent,
};

/// A full page of each type: every track of one source, and in one stream.
struct Pages {
    user_agent: UserAgent,
    source: Id<Source>,
    tracks: Vec<Id<Track>>,
    stream: Id<Stream>,
}

fn page_of<T>(id: Id<T>) -> u32 {
    id.get() / PAGE_SIZE
}

impl Pages {
    fn new() -> Self {
        let mut user_agent = UserAgent::new();
        let source = user_agent.create_source().unwrap();
        let stream = user_agent.create_stream().unwrap();
        for _ in 1..PAGE_SIZE {
            user_agent.create_source().unwrap();
            user_agent.create_stream().unwrap();
        }
        let tracks: Vec<_> =
            (0..PAGE_SIZE).map(|_| user_agent.create_track(source, false).unwrap()).collect();
        for &track in &tracks {
            user_agent.add_track(stream, track).unwrap();
        }
        Pages { user_agent, source, tracks, stream }
    }
}

#[test]
fn what_is_made_next_is_in_the_page_that_was_reserved() {
    let mut user_agent = UserAgent::new();
    let source = user_agent.create_source().unwrap();
    let stream = user_agent.create_stream().unwrap();
    for number in 0..3 * PAGE_SIZE {
        let page = user_agent.reserve(SlotType::Track).unwrap();
        let track = user_agent.create_track(source, false).unwrap();
        assert_eq!((page, page_of(track)), (1 + number / PAGE_SIZE, page));
    }
    assert_eq!(user_agent.reserve(SlotType::Source), Ok(page_of(source)));
    assert_eq!(user_agent.reserve(SlotType::Stream), Ok(page_of(stream)));
}

#[test]
fn each_page_that_there_is_has_a_place_in_memory_of_its_own() {
    let Pages { mut user_agent, .. } = Pages::new();
    user_agent.create_stream().unwrap();
    let page_address = |slot_type, page| user_agent.page_address(slot_type, page);
    let mut addresses = vec![
        page_address(SlotType::Source, 1),
        page_address(SlotType::Track, 1),
        page_address(SlotType::Stream, 1),
        page_address(SlotType::Stream, 2),
    ];
    assert!(addresses.iter().all(|address| *address != 0));
    addresses.sort();
    addresses.dedup();
    assert_eq!(addresses.len(), 4);
    for slot_type in [SlotType::Source, SlotType::Track, SlotType::Stream] {
        assert_eq!((page_address(slot_type, 0), page_address(slot_type, 3)), (0, 0));
    }
}

#[test]
fn collected_tracks_release_their_source() {
    let Pages { mut user_agent, source, tracks, .. } = Pages::new();
    user_agent.free_page(SlotType::Track, page_of(tracks[0]));
    assert!(!user_agent.source_state(source).contains(SourceState::IN_USE));
    user_agent.end_source(source);
    assert_eq!(user_agent.next_source_effect(source), None);
}

#[test]
fn collected_tracks_leave_a_stream_that_is_found_later() {
    let Pages { mut user_agent, tracks, stream, .. } = Pages::new();
    user_agent.free_page(SlotType::Track, page_of(tracks[0]));
    assert_eq!(user_agent.tracks(stream).count(), 0);
    assert_eq!(user_agent.stream_state(stream), StreamState::empty());
    user_agent.free_page(SlotType::Stream, page_of(stream));
}

#[test]
fn collected_tracks_that_had_ended_were_not_among_a_streams_live_ones() {
    let Pages { mut user_agent, source, tracks, stream } = Pages::new();
    let live = user_agent.create_track(source, false).unwrap();
    user_agent.add_track(stream, live).unwrap();
    user_agent.stop(tracks[0]);
    user_agent.free_page(SlotType::Track, page_of(tracks[0]));
    assert_eq!(user_agent.tracks(stream).collect::<Vec<_>>(), [live]);
    assert_eq!(user_agent.stream_state(stream), StreamState::ACTIVE);
}

#[test]
fn a_collected_stream_leaves_its_tracks() {
    let Pages { mut user_agent, tracks, stream, source } = Pages::new();
    user_agent.free_page(SlotType::Stream, page_of(stream));
    let reused = user_agent.create_stream().unwrap();
    assert_eq!(reused, stream);
    assert_eq!(user_agent.tracks(reused).count(), 0);
    user_agent.end_source(source);
    assert!(user_agent.next_source_effect(source).is_some());
    assert_eq!(user_agent.stream_state(reused), StreamState::empty());
    assert!(!user_agent.has_track(reused, tracks[0]));
}

#[test]
fn the_end_of_a_track_is_nothing_to_the_stream_that_has_the_slot_of_one_it_was_in() {
    let Pages { mut user_agent, tracks, stream, .. } = Pages::new();
    user_agent.free_page(SlotType::Stream, page_of(stream));
    let reused = user_agent.create_stream().unwrap();
    assert_eq!(reused, stream);
    assert!(user_agent.add_track(reused, tracks[1]).unwrap());
    assert!(user_agent.stop(tracks[0]));
    assert_eq!(user_agent.stream_state(reused), StreamState::ACTIVE);
    assert!(user_agent.tracks(reused).eq([tracks[1]]));
}

#[test]
fn the_tracks_of_a_collected_source_have_ended() {
    let Pages { mut user_agent, tracks, source, stream } = Pages::new();
    user_agent.free_page(SlotType::Source, page_of(source));
    let reused = user_agent.create_source().unwrap();
    assert_eq!(reused, source);
    user_agent.end_source(reused);
    assert_eq!(user_agent.next_source_effect(reused), None);
    for &track in &tracks {
        assert!(!user_agent.stop(track));
    }
    assert!(!user_agent.stream_state(stream).contains(StreamState::ACTIVE));
}

#[test]
fn every_order_of_collecting_leaves_everything_free() {
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let Pages { mut user_agent, tracks, source, stream } = Pages::new();
        for page in order {
            match page {
                0 => user_agent.free_page(SlotType::Source, page_of(source)),
                1 => user_agent.free_page(SlotType::Track, page_of(tracks[0])),
                _ => user_agent.free_page(SlotType::Stream, page_of(stream)),
            }
        }
        assert_eq!(user_agent.create_source().unwrap(), source);
        assert_eq!(user_agent.create_stream().unwrap(), stream);
        assert_eq!(user_agent.create_track(source, true), Some(tracks[0]));
        assert!(user_agent.add_track(stream, tracks[0]).unwrap());
    }
}

#[test]
fn pages_that_do_not_exist_are_freed_without_harm() {
    let Pages { mut user_agent, tracks, stream, .. } = Pages::new();
    for page in [0, 2, 1000, u32::MAX / PAGE_SIZE] {
        user_agent.free_page(SlotType::Source, page);
        user_agent.free_page(SlotType::Track, page);
        user_agent.free_page(SlotType::Stream, page);
    }
    assert_eq!(user_agent.tracks(stream).count(), tracks.len());
}
