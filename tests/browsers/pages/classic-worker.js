// A classic worker, whose address says which of the package's folders it takes scripts from.
{
  const folder = location.search.slice(1);
  const before = 'MediaStream' in self;
  importScripts(`../../../pkg/${folder}classic-auto.js`, `../../../pkg/${folder}classic.js`, 'classic-removal.js');
  const { active } = new MediaStream();
  self.removal().then((log) => postMessage({ before, active, log }));
}
