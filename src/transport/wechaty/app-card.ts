/**
 * What stands on a card, of the XML that some platforms hand over as it is.
 *
 * Anybody can send any XML. Only its own elements are read, of a text that is not too long: nothing that it declares or
 * refers to is looked at, and what is broken is read as far as it makes sense.
 */

import sax from 'sax';

export interface AppCard {
  /** The typed words of a chain of entries; else what the card is called. */
  readonly title: string;
  /** WeChat's number for what kind of card it is. */
  readonly type: number;
}

/** A chain of entries, which is typed text in all but its frame. */
export const CHAIN_CARD = 53;

const LONGEST = 256 * 1024;

/** Absent for what is no card. */
export function readAppCard(xml: string): AppCard | undefined {
  const start = xml.indexOf('<');
  if (start === -1 || xml.length > LONGEST || !xml.includes('<appmsg')) return undefined;
  const found = textOf(xml.slice(start), ['msg/appmsg/title', 'msg/appmsg/type']);
  const title = found.get('msg/appmsg/title');
  return title === undefined ? undefined : { title: title.trim(), type: Number(found.get('msg/appmsg/type') ?? 0) };
}

/** The words directly inside the first elements with these paths. */
function textOf(xml: string, paths: readonly string[]): ReadonlyMap<string, string> {
  const parser = sax.parser(true);
  const open: string[] = [];
  const found = new Map<string, string>();
  const done = new Set<string>();
  const add = (text: string): void => {
    const path = open.length > 3 ? '' : open.join('/');
    if (paths.includes(path) && !done.has(path)) found.set(path, (found.get(path) ?? '') + text);
  };
  parser.ontext = add;
  parser.oncdata = add;
  parser.onopentag = ({ name }) => void open.push(name);
  parser.onclosetag = () => {
    if (open.length <= 3) done.add(open.join('/'));
    open.pop();
  };
  // It goes on behind what is broken, and has kept the error, which nobody wants.
  parser.onerror = () => {};
  parser.write(xml);
  return found;
}
