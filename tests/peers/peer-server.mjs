// The server at which peers of PeerJS meet. It writes its port to its standard output.
import { PeerServer } from 'peer';

const server = PeerServer({ host: '127.0.0.1', port: 0, path: '/' }, (listening) => console.log(listening.address().port));
server.on('error', (error) => {
  throw error;
});
