// With the `dom` library `mediastream-polyfill/auto` leaves its declarations as they are.
import 'mediastream-polyfill/auto';

const stream: MediaStream = new MediaStream();
new MediaStream([...stream.getTracks()]).onremovetrack = (event) => event.track.stop();
const settings: number | undefined = stream.getTracks()[0]?.getSettings().width;
new Audio().srcObject = stream;
// @ts-expect-error: readonly
stream.id = '';

export { settings };
