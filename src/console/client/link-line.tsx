/** Says that the server is out of reach, for as long as it is. */

import { page } from '../../copy/zh-cn/simulator-page.js';
import { link } from './world.js';

export function LinkLine() {
  return (
    <div class="link-line" role="status">
      {link.value === 'lost' && (
        <p>
          <span class="spinner" />
          {page.lost}
        </p>
      )}
    </div>
  );
}
