import { expectTypeOf, test } from 'vitest';
import { choice, integer, optional, text } from '../../src/kit/argument.js';
import { defineCommand } from '../../src/kit/feature.js';
import type { Room } from '../../src/storage/rooms.js';

test('a command knows the types of its arguments and whether there is a room', () => {
  defineCommand({
    name: 'rooms.example',
    triggers: [],
    summary: '',
    example: '',
    allow: 'manager',
    scope: 'room',
    effect: 'none',
    args: {
      kind: choice('', { a: 'trial', b: 'paid' }),
      count: optional(integer('', { min: 1, max: 9 }), undefined),
      note: text('', { max: 9 }),
    },
    run({ args, room }) {
      expectTypeOf(args.kind).toEqualTypeOf<'trial' | 'paid'>();
      expectTypeOf(args.count).toEqualTypeOf<number | undefined>();
      expectTypeOf(args.note).toBeString();
      expectTypeOf(room).toEqualTypeOf<Room>();
      return Promise.resolve('');
    },
  });
});

test('a command that may be given anywhere may have no room', () => {
  defineCommand({
    name: 'rooms.example',
    triggers: [],
    summary: '',
    example: '',
    allow: 'member',
    scope: 'anywhere',
    effect: 'none',
    args: {},
    run({ room }) {
      expectTypeOf(room).toEqualTypeOf<Room | undefined>();
      return Promise.resolve('');
    },
  });
});
