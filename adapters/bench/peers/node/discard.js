// The one check that each of them makes: that nobody listens on the discard port.
const net = require('node:net');

exports.report = () =>
  new Promise((resolve) => {
    const say = (verdict) => resolve({ system: 'this-machine', verdict });
    const socket = net.connect({ host: '127.0.0.1', port: 9, timeout: 1000 });
    socket.once('connect', () => { socket.destroy(); say('fail'); });
    socket.once('timeout', () => { socket.destroy(); say('fail'); });
    socket.once('error', () => say('pass'));
  });
