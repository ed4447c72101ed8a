import assert from 'node:assert/strict';
import test from 'node:test';
import { knownStack } from '../../../src/core/evidence/knownStacks.ts';

const grpc = 'google.golang.org/grpc/internal/transport';
const prometheus = 'github.com/prometheus/client_golang/prometheus';

/** Stacks as Go 1.26, gRPC 1.64 and client_golang 1.25 have them. */
const cases: readonly (readonly [stack: string, starts: RegExp | null])[] = [
  [
    'bufio.NewReaderSize < net/http.(*Transport).dialConn < net/http.(*Transport).dialConnFor',
    /^HTTP client /,
  ],
  ['net/http.(*persistConn).readLoop', /^HTTP client /],
  ['database/sql.(*DB).queryDC < database/sql.(*DB).query < shop.list', /^Database connections /],
  [`bufio.NewReaderSize < ${grpc}.newFramer < ${grpc}.NewHTTP2Client`, /^gRPC connections /],
  [
    `bufio.NewReaderSize < ${grpc}.newFramer < ${grpc}.NewServerTransport`,
    /^Connections of clients to the gRPC /,
  ],
  [`${grpc}.(*http2Server).operateHeaders < ${grpc}.(*http2Server).HandleStreams`, null],
  [
    'bufio.NewReaderSize < net/http.newBufioReader < net/http.(*conn).serve',
    /^Connections of clients to the HTTP /,
  ],
  // Of one request.
  [
    'bufio.NewWriterSize < net/http.newBufioWriterSize < net/http.(*conn).readRequest < net/http.(*conn).serve',
    null,
  ],
  ['main.(*server).put < net/http.HandlerFunc.ServeHTTP < net/http.(*conn).serve', null],
  [
    'context.(*cancelCtx).propagateCancel < context.withCancel < context.WithCancel < main.load',
    /^Contexts /,
  ],
  ['context.WithCancel < main.load', null],
  [
    `${prometheus}.newHistogram < ${prometheus}.(*metricMap).getOrCreateMetricWithLabelValues < ${prometheus}.(*MetricVec).GetMetricWithLabelValues`,
    /^Metrics pile up\. The client of Prometheus keeps /,
  ],
  [`${prometheus}.NewHistogramVec < main.init`, null],
  ['', null],
];
for (const [stack, starts] of cases) {
  test(`${stack.split(' < ').slice(0, 3).join(' < ')} is ${starts ?? 'nothing known'}`, () => {
    const text = knownStack(stack.split(' < '))?.text();
    if (starts === null) assert.equal(text, undefined);
    else assert.match(text ?? '', starts);
  });
}

test('what asks for connections of a client', () => {
  const asks = (name: string, by: string): boolean | undefined => knownStack([by])?.asks?.test(name);
  const http = 'net/http.(*persistConn).readLoop';
  for (const name of [
    'net/http.(*Client).Do',
    'net/http.(*Client).do',
    'net/http.Get',
    'net/http.(*Transport).RoundTrip',
  ])
    assert.ok(asks(name, http), name);
  for (const name of [
    'net/http.(*Server).Serve',
    'net/http.Post2',
    'main.net/http.Get',
    'net/http.(*Client).deadline',
  ])
    assert.equal(asks(name, http), false, name);
  assert.ok(asks('google.golang.org/grpc.NewClient', `${grpc}.newHTTP2Client`));
  assert.equal(knownStack([`${grpc}.NewServerTransport`])?.asks, undefined);
});
