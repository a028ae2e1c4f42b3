/** What can be wrong with a template. Told when the text is saved, so that no member ever sees a `{{`. */

/** Both count from 1; columns count characters (code points). */
export interface TemplatePlace {
  readonly line: number;
  readonly column: number;
}

export type TemplateFaultCode =
  | 'template.unclosed'
  | 'template.unopened'
  | 'template.empty'
  | 'template.malformed'
  | 'template.wrong_braces'
  | 'template.tag_refused'
  | 'template.unknown_variable'
  | 'template.unknown_filter';

export interface TemplateFault extends TemplatePlace {
  readonly code: TemplateFaultCode;
  /** The word at fault, where there is one. */
  readonly name?: string;
  /** The nearest word that would have been understood, where one is near. */
  readonly suggestion?: string;
}
