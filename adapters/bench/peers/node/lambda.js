// A handler on Lambda's Runtime API, by nothing but Node: what Lambda's own client for Node does, the least of it.
const http = require('node:http');
const { report } = require('./discard.js');

const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
const agent = new http.Agent({ keepAlive: true });

const call = (method, path, body) =>
  new Promise((resolve, reject) => {
    const request = http.request({ host, port, method, path: `/2018-06-01/runtime/invocation/${path}`, agent }, (response) => {
      response.resume().on('end', () => resolve(response.headers));
    });
    request.on('error', reject).end(body);
  });

(async () => {
  for (;;) {
    const headers = await call('GET', 'next');
    await call('POST', `${headers['lambda-runtime-aws-request-id']}/response`, JSON.stringify(await report()));
  }
})();
