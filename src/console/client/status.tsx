/** The status page of a bot on a real WeChat: connected or not, the QR code to log in, the claim code, the warning. */

import { render } from 'preact';
import { page, status as copy } from '../../copy/zh-cn/simulator-page.js';
import type { ConnectionView } from '../situation.js';
import { Icon } from './icon.js';
import { LinkLine } from './link-line.js';
import { LiveConnection } from './live-connection.js';
import { situation } from './world.js';

const time = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

function Status() {
  const current = situation.value;
  return (
    <>
      <LinkLine />
      <main class="plain-page">
        <h1 class="status-brand">
          <span class="logo">
            <Icon name="sunrise" />
          </span>
          {copy.title}
        </h1>
        {current ? <ConnectionCard connection={current.connection} /> : <p class="opening">{page.loading}</p>}
        {current?.claimCode !== undefined && <ClaimCard code={current.claimCode} />}
        <section class="plain-card warning">
          <h2>{copy.warningTitle}</h2>
          <p>{copy.warning}</p>
        </section>
      </main>
    </>
  );
}

function ConnectionCard({ connection }: { readonly connection: ConnectionView }) {
  const { state, name, reason, retryAt, qrVersion } = connection;
  return (
    <section class="plain-card" aria-live="polite">
      <p class={`state state-${state}`}>
        <span class="light" />
        {state === 'online' && name ? copy.onlineAs(name) : copy[state]}
      </p>
      {qrVersion !== undefined && <QrCode version={qrVersion} />}
      {retryAt !== undefined && <p>{copy.retryAt(time.format(retryAt))}</p>}
      {reason !== undefined && (
        <p class="hint">
          {copy.reason} <bdi lang="en">{reason}</bdi>
        </p>
      )}
    </section>
  );
}

function QrCode({ version }: { readonly version: string }) {
  return (
    <>
      <img class="qr" src={`/api/qr.svg?version=${version}`} alt={copy.qr} width={240} height={240} />
      <p class="hint">{copy.qrHint}</p>
    </>
  );
}

function ClaimCard({ code }: { readonly code: string }) {
  return (
    <section class="plain-card">
      <h2>{copy.unclaimed}</h2>
      <p>{copy.claimHint(code)}</p>
    </section>
  );
}

const root = document.getElementById('app');
if (root) {
  root.replaceChildren();
  render(<Status />, root);
  new LiveConnection().open();
}
