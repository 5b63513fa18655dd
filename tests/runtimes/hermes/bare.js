// Hermes as it is, without EventTarget and Event.
import { MediaStream } from 'mediastream-polyfill';

try {
  print(new MediaStream());
} catch (error) {
  print(error.message);
}
