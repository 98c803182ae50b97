const http = require('node:http');
const { report } = require('./discard.js');

http
  .createServer((request, response) => {
    request.resume().on('end', async () => {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(await report()));
    });
  })
  .listen(Number(process.env.PORT), '127.0.0.1');
