/**
 * The messages of every benchmark: distinct pairs of room and member, rooms interleaved, which is the worst order for
 * locality. When all pairs of a day are used up the next day begins. The same as in the yardstick kit.
 */

export interface Community {
  readonly rooms: number;
  readonly perRoom: number;
}

export interface CheckInMessage {
  readonly id: string;
  /** Indexes from 0; members count through all rooms. */
  readonly room: number;
  readonly member: number;
  readonly day: number;
  readonly text: string;
}

/** The local day, counted from 1970-01-01, on which every run begins: 6 February 2026. */
export const FIRST_DAY = 20_490;

export function roomId(room: number): string {
  return `${10_000_000_000 + room * 7_919}@chatroom`;
}

export function wxid(member: number): string {
  const scattered = ((member * 2_654_435_761) >>> 0).toString(36).padStart(7, '0');
  return `wxid_${scattered}${member.toString(36).padStart(5, '0')}`;
}

/** How every member's name begins, and nothing else that the bot says. */
export const NAME = '成员';

export function memberName(member: number): string {
  return `${NAME}${member}`;
}

export function messageAt(index: number, { rooms, perRoom }: Community): CheckInMessage {
  const within = index % (rooms * perRoom);
  const room = within % rooms;
  const member = room * perRoom + Math.floor(within / rooms);
  return {
    id: `msg-${index}`,
    room,
    member,
    day: FIRST_DAY + Math.floor(index / (rooms * perRoom)),
    text: `打卡 今天读书${(member * 31) % 97}页`,
  };
}
