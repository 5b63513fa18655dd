// What Hermes by itself lacks and the package needs.
import 'core-js/stable/dom-exception';
import { Event, EventTarget } from 'event-target-shim';

Object.assign(globalThis, { Event, EventTarget });
