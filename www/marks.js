// The marks of the timeline: a shape for each type of event, so that colour is never the only difference.

import { shape } from './svg.js';

export const MARKS = {
  joined: { name: 'there from the start', shapes: [['circle', { r: 4, class: 'solid' }]] },
  addtrack: {
    name: 'addtrack',
    shapes: [['circle', { r: 8, class: 'solid' }], ['path', { d: 'M-3.5 0h7M0-3.5v7', class: 'glyph' }]],
  },
  mute: {
    name: 'mute',
    shapes: [['circle', { r: 7, class: 'hollow' }], ['path', { d: 'M-3 0h6', class: 'stroke' }]],
  },
  unmute: {
    name: 'unmute',
    shapes: [['circle', { r: 7, class: 'hollow' }], ['circle', { r: 3, class: 'solid' }]],
  },
  ended: { name: 'ended', shapes: [['rect', { x: -6, y: -6, width: 12, height: 12, rx: 2, class: 'solid' }]] },
  removetrack: {
    name: 'removetrack',
    shapes: [['circle', { r: 8, class: 'gone' }], ['path', { d: 'm-3-3 6 6m0-6-6 6', class: 'glyph' }]],
  },
  left: { name: 'taken out by script: no event', shapes: [['path', { d: 'M0-7v14', class: 'stroke' }]] },
};

/** The mark of a type of event, around the origin. */
export function mark(type) {
  return shape('g', { class: 'mark' }, ...MARKS[type].shapes.map(([name, attributes]) => shape(name, attributes)));
}
