/**
 * Keeps the puppet service's client from sending a file twice. By itself it tries an older way whenever the first one
 * ends in an error, also in one that came after the file had arrived.
 *
 * The older way stays for servers that take no uploads: there the first one fails before anything is sent.
 */

import type { Puppet } from 'wechaty-puppet';

/** The insides of the client, as far as they are used. */
interface Client {
  serializeFileBox(file: object): Promise<string>;
  messageSendFileStream(conversationId: string, file: object): Promise<string | void>;
}

export function sendFilesOnce(puppet: Puppet): void {
  if (!isClient(puppet)) return;
  const upload = puppet.serializeFileBox.bind(puppet);
  const sendInOlderWay = puppet.messageSendFileStream.bind(puppet);
  const uploaded = new WeakSet();
  Object.assign(puppet, {
    async serializeFileBox(file: object) {
      const serialized = await upload(file);
      uploaded.add(file);
      return serialized;
    },
    async messageSendFileStream(conversationId: string, file: object) {
      if (uploaded.has(file)) throw new Error('What became of the file is not known.');
      return sendInOlderWay(conversationId, file);
    },
  } satisfies Client);
}

function isClient(puppet: object): puppet is Client {
  return 'serializeFileBox' in puppet && 'messageSendFileStream' in puppet;
}
