/** Shows the dialog that was asked for. Each answers with true when it is done. */

import { composer, people, room as roomCopy, chats } from '../../copy/zh-cn/simulator-page.js';
import { sendMedia } from './actions.js';
import { api, ask } from './api.js';
import { attachOpen } from './attach-panel.js';
import { dialog, type DialogRequest } from './dialogs.js';
import { NameDialog } from './name-dialog.js';
import { NewRoomDialog } from './new-room-dialog.js';
import { play } from './view.js';

export function DialogHost() {
  const request = dialog.value;
  return request ? <Requested key={request.kind} request={request} /> : null;
}

function Requested({ request }: { readonly request: DialogRequest }) {
  switch (request.kind) {
    case 'new-room':
      return <NewRoomDialog />;
    case 'add-person':
      return <NameDialog title={people.addTitle} label={people.name} initial="" finish={addPerson} />;
    case 'link':
      return (
        <NameDialog title={composer.link} label={composer.linkTitle} initial={composer.linkCaption} finish={sendLink} />
      );
    case 'rename-person': {
      const { id, name } = request.person;
      const finish = (newName: string) => renamePerson(id, newName);
      return <NameDialog title={people.renameTitle} label={people.name} initial={name} finish={finish} />;
    }
    case 'rename-room': {
      const { id, topic } = request.room;
      const finish = (newTopic: string) => renameRoom(id, newTopic);
      return <NameDialog title={roomCopy.renameTitle} label={chats.topic} initial={topic} finish={finish} />;
    }
  }
}

async function addPerson(name: string): Promise<boolean> {
  const answer = await ask(api.people.$post({ json: { name } }));
  const person = answer && (await answer.json());
  if (!person || !('id' in person)) return false;
  play(person.id);
  return true;
}

async function renamePerson(personId: string, name: string): Promise<boolean> {
  return Boolean(await ask(api.people[':personId'].$patch({ param: { personId }, json: { name } })));
}

async function renameRoom(roomId: string, topic: string): Promise<boolean> {
  return Boolean(await ask(api.rooms[':roomId'].$patch({ param: { roomId }, json: { topic } })));
}

async function sendLink(caption: string): Promise<boolean> {
  sendMedia('link', caption);
  attachOpen.value = false;
  return true;
}
