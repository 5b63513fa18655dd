// The third panel: the visitor is the browser, and script is beside them for comparison.

import { StreamController, TrackSource } from '../pkg/index.js';
import { follow } from './follow.js';
import { left } from './history.js';
import { showTracks } from './in-stream.js';

const DEVICES = {
  video: ['Front camera', 'Rear camera', 'Desk camera', 'Document camera'],
  audio: ['Headset', 'Desk microphone', 'Lapel microphone', 'Room microphone'],
};

export function controller(panel) {
  const controller = new StreamController();
  const { stream } = controller;
  /** The source behind each track. */
  const sources = new WeakMap();
  const counts = { video: 0, audio: 0 };

  const add = (kind) => {
    const names = DEVICES[kind];
    const count = counts[kind]++;
    const round = Math.floor(count / names.length);
    const source = new TrackSource(kind, { label: names[count % names.length] + (round ? ` ${round + 1}` : '') });
    const track = source.createTrack();
    sources.set(track, source);
    controller.addTrack(track);
  };

  const show = () => keepingFocus(panel, () => showTracks(panel, stream, (track) => [choices(track)]));

  /** What can be done to a track: by the browser, and by script. */
  const choices = (track) => {
    const source = sources.get(track);
    const group = document.createElement('span');
    group.className = 'choices';
    const choice = (name, act, possible = true) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.textContent = name;
      button.disabled = !possible;
      button.ariaLabel = `${name}: ${track.label}`;
      button.dataset.choice = `${name} ${track.id}`;
      button.addEventListener('click', act);
      group.append(button);
      return button;
    };
    choice('Remove', () => controller.removeTrack(track));
    if (source.muted) choice('Unmute', () => source.unmute(), !source.ended);
    else choice('Mute', () => source.mute(), !source.ended);
    choice('Unplug', () => source.end(), !source.ended);
    choice('Script: stream.removeTrack()', () => {
      stream.removeTrack(track);
      // No event came, and none should: the page has to say it itself.
      left(track);
      show();
    }).className = 'script';
    return group;
  };

  follow(stream, 'controller', show);
  for (const button of panel.querySelectorAll('.add')) {
    button.addEventListener('click', () => add(button.dataset.kind));
  }
  add('video');
  add('audio');
}

/** Redraws, and gives the keyboard's place back to the button that had it, or to the next best. */
function keepingFocus(panel, redraw) {
  const list = panel.querySelector('.in-stream');
  const buttons = () => [...list.querySelectorAll('button')];
  const place = buttons().indexOf(document.activeElement);
  const choice = document.activeElement?.dataset.choice;
  redraw();
  if (place < 0) return;
  const next = buttons().find((button) => button.dataset.choice === choice) ?? buttons()[place];
  (next && !next.disabled ? next : panel.querySelector('.add')).focus();
}
