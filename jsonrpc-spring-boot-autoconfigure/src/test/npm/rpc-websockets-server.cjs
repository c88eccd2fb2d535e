// rpc-websockets over WebSocket; prints its port
const { Server } = require('rpc-websockets');

const server = new Server({ port: 0, host: '127.0.0.1' });
server.register('add', (params) => (Array.isArray(params) ? params[0] + params[1] : params.a + params.b));
server.register('fail', () => {
  throw server.createError(42, 'No such thing', { thing: 7 });
});
server.register('later', () => new Promise((resolve) => setTimeout(() => resolve('done'), 20)));
server.on('listening', () => console.log(server.wss.address().port));
