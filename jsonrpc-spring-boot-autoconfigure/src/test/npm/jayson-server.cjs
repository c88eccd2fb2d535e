// jayson over HTTP; prints its port
const jayson = require('jayson');

const server = new jayson.Server({
  add: (args, callback) => callback(null, Array.isArray(args) ? args[0] + args[1] : args.a + args.b),
  fail: (args, callback) => callback({ code: 42, message: 'No such thing', data: { thing: 7 } }),
  nothing: (args, callback) => callback(null, null)
}).http();

server.listen(0, '127.0.0.1', () => console.log(server.address().port));
