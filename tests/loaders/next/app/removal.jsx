'use client';

import { install, MediaStream } from 'mediastream-polyfill';
import { useEffect, useState } from 'react';
import { removed } from '../../removed.js';

/** A client component: the server renders its first state, and the browser goes on from there. */
export function Removal() {
  const [lines, setLines] = useState([`Active: ${new MediaStream().active}`]);
  useEffect(() => {
    const installation = install(globalThis);
    const repairs = installation.repaired.includes('HTMLMediaElement.captureStream');
    removed().then((more) => setLines((lines) => [...lines, ...more, `Repairs captureStream(): ${repairs}`, 'Done']));
    return () => installation.uninstall();
  }, []);
  return (
    <ul id="events">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
