import { everything } from '../../everything.js';
import { Removal } from './removal.jsx';

// Rendered when it is asked for, not when it is built.
export const dynamic = 'force-dynamic';

/** A server component, which has the package in Node. */
export default async function Page() {
  return (
    <main>
      <p id="server">{(await everything()).join('; ')}</p>
      <Removal />
    </main>
  );
}
