import { WebSocketServer } from 'ws';
import { loadPackage } from './load-package.mjs';

const { GraphQLBoolean, GraphQLFloat, GraphQLInt, GraphQLList, GraphQLObjectType, GraphQLSchema, GraphQLString } =
  await loadPackage('graphql');
const { useServer } = await loadPackage('graphql-ws/use/ws');

/** GraphQL over WebSockets as graphql-ws sets it up; every field is asked for. */
export function attachServer(http, { compression }, workload) {
  const server = new WebSocketServer({
    server: http,
    path: '/rpc',
    perMessageDeflate: compression,
    handleProtocols: () => 'graphql-transport-ws',
  });
  useServer({ schema: createSchema(workload) }, server);
}

function createSchema({ itemInput, streamInput, findItem, listItems, burst, bulk, idle }) {
  const item = createType('Item', {
    id: GraphQLInt,
    name: GraphQLString,
    priceCents: GraphQLInt,
    isInStock: GraphQLBoolean,
    tags: new GraphQLList(GraphQLString),
    updatedAt: GraphQLString,
  });
  const quote = createType('Quote', {
    sequence: GraphQLInt,
    symbol: GraphQLString,
    bid: GraphQLFloat,
    ask: GraphQLFloat,
    at: GraphQLFloat,
  });
  const id = { id: { type: GraphQLInt } };
  const stream = (type, start) => ({
    type,
    args: { count: { type: GraphQLInt } },
    subscribe: (_, input) => start(streamInput.parse(input)),
    resolve: (event) => event,
  });
  return new GraphQLSchema({
    query: createType('Query', {
      item: { type: item, args: id, resolve: (_, input) => findItem(itemInput.parse(input).id) },
      listing: { type: new GraphQLList(item), args: id, resolve: (_, input) => listItems(itemInput.parse(input).id) },
    }),
    subscription: createType('Subscription', {
      burst: stream(quote, ({ count }) => burst(count)),
      bulk: stream(createType('Bulk', { text: GraphQLString }), ({ count }) => bulk(count)),
      idle: stream(GraphQLString, () => idle(undefined)),
    }),
  });
}

function createType(name, fields) {
  const described = Object.entries(fields).map(([field, type]) => [field, 'type' in type ? type : { type }]);
  return new GraphQLObjectType({ name, fields: Object.fromEntries(described) });
}
