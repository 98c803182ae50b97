const express = require('express');
const { report } = require('./discard.js');

const app = express();
app.use(express.json());
app.post('/health', async (request, response) => response.json(await report()));
app.listen(Number(process.env.PORT), '127.0.0.1');
