import { everything } from '../../../everything.js';

export const load = async () => ({ lines: await everything() });
