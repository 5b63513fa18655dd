/** @file The Rust module of virtual devices, and what the numbers mean that come and go. src/devices has the rules. */

import { initSync } from '#devices-machine';
import wasm from '#devices-machine.wasm';
import { instantiateText } from '../wasm-module.js';

/**
 * What wasm/devices/src/lib.rs exports, with booleans as 0 and 1. There when there are VirtualDevices.
 * @type {import('#devices-machine').InitOutput}
 */
export let machine;

/** Instantiates the module, once. */
export function instantiateMachine() {
  if (machine === undefined) machine = instantiateText(initSync, wasm);
}

/**
 * There is no memory for what is asked of the machine, which is as it was.
 * @returns {never}
 */
export function outOfMemory() {
  throw new RangeError('Out of memory');
}

/** The numbers of kinds of devices. */
export const DEVICE_KINDS = { audioinput: 0, videoinput: 1, audiooutput: 2 };

/** What is requested of getUserMedia(), by its numbers. */
export const MEDIA_TYPES = /** @type {const} */ (['audio', 'video']);

/** The numbers of permission states. */
export const PERMISSION_STATES = { granted: 0, denied: 1, prompt: 2 };

// How much is told of a device.
export const KIND = 0;
export const SYSTEM_DEFAULT = 2;

// The answers to a step.
export const NO = 0;
export const YES = 1;
export const NOT_ALLOWED = 3;

// The steps of a request: the lower 4 bits of its number, and above them that of a media type.
export const SELECT_SETTINGS = 1;
export const REQUEST_PERMISSION = 2;
export const CHOOSE = 3;
export const CREATE_STREAM = 4;
export const STOP_TRACKS = 5;
export const RESOLVE = 6;
export const REJECT_NOT_ALLOWED = 7;
export const REJECT_NOT_FOUND = 8;
export const REJECT_OVERCONSTRAINED = 9;
export const REJECT_OVERCONSTRAINED_UNEXPOSED = 10;
export const REJECT_PERMISSION_DENIED = 11;
export const REJECT_NOT_READABLE = 12;
export const REJECT_ABORTED = 13;
