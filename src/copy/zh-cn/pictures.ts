/** What staff read about the pictures of lessons. */

import type { PictureTrouble } from '../../domain/picture.js';

export const pictureTroubles: { readonly [Trouble in PictureTrouble]: string } = {
  'picture-missing': '没有这个图片文件',
  'picture-outside': '图片不在 pictures 文件夹里',
  'picture-too-large': '图片超过 10 MB',
  'picture-unreadable': '不是 PNG、JPG、GIF、WebP 图片，或打不开',
  'picture-unsupported': '现在的微信接入方式发不了图片',
};

/** What stands in the outbox for a picture. */
export function pictureWords(name: string, number: number): string {
  return `[图片] Day ${number} ${name}`;
}

/** Told along with a preview of the words. */
export function picturePreview(name: string, trouble: PictureTrouble | undefined): string {
  if (trouble === undefined) return `随后发图片：${name}`;
  return `图片 ${name} 到时发不出，只发文字：${pictureTroubles[trouble]}。\n${pictureRemedy(name, trouble)}`;
}

/** Told along with a preview of the words of a graphic. */
export function graphicPreview(): string {
  return '发出时画成一张图片；画不了或发不了图片时，发的就是上面这段文字';
}

export function pictureRemedy(name: string, trouble: PictureTrouble): string {
  switch (trouble) {
    case 'picture-missing':
    case 'picture-outside':
      return `请放进数据文件夹的 pictures：${name}`;
    case 'picture-too-large':
    case 'picture-unreadable':
      return `请换一张，还叫这个名字：${name}`;
    case 'picture-unsupported':
      return `需要的话，请人工发到群里：${name}`;
  }
}

/** What helps after a picture was not posted; the number is the one by which it is sent again. */
export function pictureHelp(name: string, reason: string, id: number | undefined): string {
  if (!isTrouble(reason)) return `要补发图片就发送：/补发 ${id}`;
  const remedy = pictureRemedy(name, reason);
  return `${remedy}\n${reason === 'picture-unsupported' ? `发完告诉我：/状态 ${id} 已发` : `再发送：/补发 ${id}`}`;
}

function isTrouble(reason: string): reason is PictureTrouble {
  return Object.hasOwn(pictureTroubles, reason);
}

export interface PictureFault {
  readonly name: string;
  readonly trouble: PictureTrouble;
}

const MOST_NAMES = 5;

/** How a course that was saved stands: how many of its lessons have a picture, and which of these cannot be posted. */
export function coursePictures(lessons: number, faults: readonly PictureFault[]): string[] {
  if (lessons === 0) return [];
  if (faults.some(({ trouble }) => trouble === 'picture-unsupported'))
    return [`其中 ${lessons} 课有图片。${pictureTroubles['picture-unsupported']}，到时只发文字`];
  const missing = faults.filter(({ trouble }) => trouble === 'picture-missing');
  const unfit = faults.filter(({ trouble }) => trouble !== 'picture-missing');
  return [
    `其中 ${lessons} 课有图片，推送时跟在文字后面`,
    ...(missing.length > 0 ? [`还缺 ${missing.length} 张，请放进数据文件夹的 pictures：${listFiles(missing)}`] : []),
    ...unfit
      .slice(0, 1)
      .map(({ name, trouble }) => `有 ${unfit.length} 张用不了：${name}（${pictureTroubles[trouble]}）`),
  ];
}

function listFiles(files: readonly PictureFault[]): string {
  const shown = files.slice(0, MOST_NAMES).map(({ name }) => name);
  return `${shown.join('、')}${files.length > MOST_NAMES ? ' 等' : ''}`;
}
