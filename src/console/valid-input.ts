/** Checks what a request brings against a schema. The answer to a bad one is one plain sentence for the page. */

import { validator } from 'hono/validator';
import type { z } from 'zod';
import { errors } from '../copy/zh-cn/simulator-page.js';

export interface ApiError {
  readonly error: string;
}

export function validJson<Schema extends z.ZodType>(schema: Schema) {
  return validator('json', (value, c) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? parsed.data : c.json(explain(parsed.error), 400);
  });
}

export function validForm<Schema extends z.ZodType>(schema: Schema) {
  return validator('form', (value, c) => {
    const parsed = schema.safeParse(value);
    return parsed.success ? parsed.data : c.json(explain(parsed.error), 400);
  });
}

function explain(error: z.ZodError): ApiError {
  return { error: error.issues[0]?.message ?? errors.malformed };
}
