// Of which the rest of the package is to be left out.
import { MediaStream } from 'mediastream-polyfill';

globalThis.stream = new MediaStream();
