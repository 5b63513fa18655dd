// Hermes as it is, without EventTarget, Event and a console.
import { MediaStream, install } from 'mediastream-polyfill';

try {
  print(new MediaStream());
} catch (error) {
  print(error.message);
}
print(`install: ${install(globalThis).provided}`);
