// What mediasoup-client's package has of its own tests.
require('../node_modules/mediasoup-client/lib/test/test.js');
