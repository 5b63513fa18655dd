'use client';

import { useEffect } from 'react';

/** What the framework itself weighs. */
export default function Page() {
  useEffect(() => {});
  return null;
}
