import './without-webassembly.js';
import { everything } from '../../../everything.js';

export const runtime = 'edge';

export async function GET() {
  return Response.json([EdgeRuntime, typeof WebAssembly, ...(await everything())]);
}
