// What Hermes runs: the tests, and the globals.
import './globals';
import 'mediastream-polyfill/auto';
import { MediaStream as Own } from 'mediastream-polyfill';
import { run } from './tests.mjs';

print(`auto: ${MediaStream === Own}, ${new MediaStream().getTracks().length}`);
run((outcome) => print(outcome));
