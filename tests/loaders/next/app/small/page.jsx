'use client';

import { MediaStream } from 'mediastream-polyfill';
import { useEffect } from 'react';

export default function Page() {
  useEffect(() => {
    globalThis.stream = new MediaStream();
  });
  return null;
}
