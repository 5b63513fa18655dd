//! What script is owed, one effect at a time: in the order of
//! [set a session description](https://w3c.github.io/webrtc-pc/#set-description), and against what is so when it is asked.

use alloc::vec::Vec;

use super::changes::State;
use super::machine::{Host, Negotiation};
use super::signaling::SignalingState;
use super::stream::Object;

/// What is to be done. Streams and receivers are numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// A stream has tracks again: its object must be kept alive. [`Negotiation::bind`] it if it still is, or
    /// [`Negotiation::lose`] it.
    Keep(u32),
    /// A stream has no tracks left: nobody but script keeps its object alive.
    Release(u32),
    /// A stream is to be made, of its id. [`Negotiation::bind`] it if it was.
    Make(u32),
    /// A receiver's track is to be muted.
    Mute(u32),
    /// A receiver's track is to be unmuted.
    Unmute(u32),
    /// A receiver's track is to be ended.
    End(u32),
    /// A receiver's track is to be [removed](https://www.w3.org/TR/mediacapture-streams/#mediastream-remove-track) from
    /// a stream, unless it is not in it. [`Negotiation::performed`] is to be told.
    Remove(u32, u32),
    /// A receiver's track is to be [added](https://www.w3.org/TR/mediacapture-streams/#mediastream-add-track) to a
    /// stream, unless it is in it. [`Negotiation::performed`] is to be told.
    Add(u32, u32),
    /// `track` is to be fired for a receiver, with its streams.
    Track(u32),
    /// A receiver is gone: its number may be another's.
    Forget(u32),
}

/// How far to go: an event of the host's is heard after all that comes before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Muting and ending.
    Muted,
    /// Also removing from streams.
    Removed,
    /// Also adding to them.
    Added,
    /// All of it.
    Settled,
}

/// What is left to do of a step.
#[derive(Debug, Default)]
pub(crate) struct Progress {
    /// Receivers whose tracks mute or, where it says so, end.
    pub(crate) silenced: Vec<(u32, bool)>,
    next_silenced: usize,
    next_removal: usize,
    /// Additions whose streams there are.
    pub(crate) ready: Vec<usize>,
    next_ready: usize,
    /// Those of receivers of which script has not heard yet.
    unheard: Vec<usize>,
    next_made: usize,
    /// Receivers for which `track` is owed.
    pub(crate) tracks: Vec<u32>,
    next_track: usize,
    next_unmuted: usize,
    pub(crate) stopped: Vec<u32>,
    /// The change that was polled last.
    polled: Option<Polled>,
}

#[derive(Clone, Copy, Debug)]
enum Polled {
    Removal(usize),
    Addition(usize),
}

impl Progress {
    pub(crate) fn clear(&mut self) {
        self.silenced.clear();
        self.ready.clear();
        self.unheard.clear();
        self.tracks.clear();
        let kept = [&mut self.next_silenced, &mut self.next_removal, &mut self.next_ready];
        kept.into_iter()
            .chain([&mut self.next_made, &mut self.next_track, &mut self.next_unmuted])
            .for_each(|next| *next = 0);
        self.polled = None;
    }
}

/// The next item of a list.
fn next<T: Copy>(list: &[T], place: &mut usize) -> Option<T> {
    let item = list.get(*place).copied();
    *place = place.saturating_add(usize::from(item.is_some()));
    item
}

impl Negotiation {
    /// The next effect, up to a phase. In a connection that `is_closed`, no more `track` fires.
    pub fn next_effect(&mut self, until: Phase, is_closed: bool) -> Option<Effect> {
        if let Some(stream) = self.streams.revived.pop() {
            return Some(Effect::Keep(stream));
        }
        if let Some(effect) = self.next_silenced() {
            return Some(effect);
        }
        if until >= Phase::Removed
            && let Some(effect) = self.next_removal()
        {
            return Some(effect);
        }
        if until == Phase::Settled
            && self.host == Host::Unannounced
            && let Some(effect) = self.next_made()
        {
            return Some(effect);
        }
        if until >= Phase::Added
            && let Some(effect) = self.next_addition(until)
        {
            return Some(effect);
        }
        if until < Phase::Settled {
            return None;
        }
        let effect = self.next_track(is_closed).or_else(|| self.next_unmuted(is_closed));
        effect.or_else(|| self.next_stopped()).or_else(|| self.next_released())
    }

    /// Whether the removal or addition that was polled last happened: if not, it had been made already, by the host,
    /// whose event may be coming, or by script.
    pub fn performed(&mut self, happened: bool) {
        let change = match self.progress.polled.take() {
            Some(Polled::Removal(place)) => self.removals.get_mut(place),
            Some(Polled::Addition(place)) => self.additions.get_mut(place),
            None => None,
        };
        if let Some(change) = change
            && happened
        {
            change.state = State::Told;
        }
    }

    fn next_silenced(&mut self) -> Option<Effect> {
        let (receiver, ends) = next(&self.progress.silenced, &mut self.progress.next_silenced)?;
        Some(if ends { Effect::End(receiver) } else { Effect::Mute(receiver) })
    }

    fn next_removal(&mut self) -> Option<Effect> {
        loop {
            let place = self.progress.next_removal;
            let change = self.removals.get_mut(place)?;
            self.progress.next_removal = place.saturating_add(1);
            if change.state == State::Owed {
                change.state = State::Found;
                if self.streams.is_known(change.stream) {
                    self.progress.polled = Some(Polled::Removal(place));
                    return Some(Effect::Remove(change.stream, change.receiver));
                }
            }
        }
    }

    /// Streams that script would have seen before, were its host one that tells.
    fn next_made(&mut self) -> Option<Effect> {
        loop {
            let change = self.additions.get_mut(self.progress.next_made)?;
            self.progress.next_made = self.progress.next_made.saturating_add(1);
            let stream = change.stream;
            if self.streams.get(stream).is_some_and(|stream| stream.object == Object::Unknown) {
                return Some(Effect::Make(stream));
            }
        }
    }

    fn next_addition(&mut self, until: Phase) -> Option<Effect> {
        if until == Phase::Settled {
            self.progress.ready.append(&mut self.progress.unheard);
        }
        loop {
            let place = next(&self.progress.ready, &mut self.progress.next_ready)?;
            let change = self.additions.get_mut(place)?;
            let receiver = self.receivers.get(change.receiver as usize);
            let waits = self.tracks_change && !receiver.is_some_and(|receiver| receiver.is_heard);
            if waits && until < Phase::Settled {
                self.progress.unheard.push(place);
            } else if change.state == State::Owed && self.streams.is_known(change.stream) {
                change.state = State::Found;
                self.progress.polled = Some(Polled::Addition(place));
                return Some(Effect::Add(change.stream, change.receiver));
            }
        }
    }

    /// A host that announces makes the streams: until it has, its own event is waited for.
    fn next_track(&mut self, is_closed: bool) -> Option<Effect> {
        loop {
            let number = next(&self.progress.tracks, &mut self.progress.next_track)?;
            let Some(receiver) = self.receivers.get_mut(number as usize) else { continue };
            let waits = self.host == Host::Announces
                && receiver.streams.iter().any(|&stream| !self.streams.is_known(stream));
            if !waits && core::mem::take(&mut receiver.is_owed) && !is_closed {
                receiver.is_heard = true;
                return Some(Effect::Track(number));
            }
        }
    }

    fn next_unmuted(&mut self, is_closed: bool) -> Option<Effect> {
        if self.state != SignalingState::Stable || is_closed {
            return None;
        }
        loop {
            let number = self.progress.next_unmuted;
            let receiver = self.receivers.get_mut(number)?;
            self.progress.next_unmuted = number.saturating_add(1);
            if receiver.receives && core::mem::take(&mut receiver.is_muted) {
                return Some(Effect::Unmute(number as u32));
            }
        }
    }

    fn next_stopped(&mut self) -> Option<Effect> {
        loop {
            let number = self.progress.stopped.pop()?;
            if self.receiver(number).is_some() {
                self.free_receiver(number);
                return Some(Effect::Forget(number));
            }
        }
    }

    fn next_released(&mut self) -> Option<Effect> {
        loop {
            let number = self.streams.emptied.pop()?;
            let Some(stream) = self.streams.get_mut(number) else { continue };
            if stream.receivers > 0 {
                continue;
            }
            match stream.object {
                Object::Known => {
                    stream.object = Object::Released;
                    return Some(Effect::Release(number));
                }
                Object::Unknown => self.streams.forget(number),
                Object::Released => {}
            }
        }
    }
}
