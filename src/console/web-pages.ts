/** The HTML around the pages. All scripts and styles come from our own files: the content policy allows no others. */

import { html } from 'hono/html';
import { door, page, status } from '../copy/zh-cn/simulator-page.js';

type Html = ReturnType<typeof html>;

export function simulatorPage(): Html {
  return scriptedPage(page.title, 'simulator');
}

export function statusPage(): Html {
  return scriptedPage(status.title, 'status');
}

export function doorPage(trouble?: string): Html {
  return document(
    door.title,
    html`<main class="plain-page">
      <form class="plain-card" method="post" action="/login">
        <h1>${door.title}</h1>
        <label
          >${door.label}<input type="password" name="password" autocomplete="current-password" required autofocus
        /></label>
        ${trouble === undefined ? '' : html`<p class="trouble" role="alert">${trouble}</p>`}
        <button class="primary">${door.submit}</button>
      </form>
    </main>`,
  );
}

function scriptedPage(title: string, script: 'simulator' | 'status'): Html {
  return document(
    title,
    html`<div id="app"><p class="opening">${page.loading}</p></div>
      <noscript><p class="opening">${page.noScript}</p></noscript>
      <script type="module" src="/assets/${script}.js"></script>`,
  );
}

function document(title: string, body: Html): Html {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1, interactive-widget=resizes-content" />
        <title>${title}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/page.css" />
      </head>
      <body>
        ${body}
      </body>
    </html>`;
}
