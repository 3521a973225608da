/** How sure a change is to break something: surely, depending on use, or not at all. */
export type Level = 'breaking' | 'risky' | 'info';

/** What breaks: clients that are running (`wire`), or code compiled against the client generated anew (`source`). */
export type Category = 'wire' | 'source';

/** What a rule means, and what to do about a finding of it. */
export interface Rule {
  readonly level: Level;
  readonly category: Category;
  /** What has changed, and whom it concerns. */
  readonly means: string;
  /** How to make the change without breaking anybody. */
  readonly remedy: string;
}

/** The name of a rule. */
export type RuleName = keyof typeof rules;

/** Every rule by its name. Inputs may only become wider and outputs only narrower; each rule is one way of doing otherwise. */
export const rules = {
  PROCEDURE_REMOVED: {
    level: 'breaking',
    category: 'wire',
    means: 'The procedure is gone: calls of it are answered with NOT_FOUND.',
    remedy: 'Keep it, marked as deprecated, until no client calls it.',
  },
  PROCEDURE_ADDED: {
    level: 'info',
    category: 'source',
    means: 'There is a new procedure.',
    remedy: 'Nothing.',
  },
  KIND_CHANGED: {
    level: 'breaking',
    category: 'wire',
    means: 'The procedure is of another kind: calls of the kind that it was are refused.',
    remedy: 'Add a procedure of the new kind under a name of its own.',
  },
  TRACKED_CHANGED: {
    level: 'breaking',
    category: 'wire',
    means: 'Events carry ids where they did not, or no longer: they have another form.',
    remedy: 'Add a subscription under a name of its own.',
  },
  WIRE_CHANGED: {
    level: 'breaking',
    category: 'wire',
    means: 'Another transformer writes values: clients can read no answer and the server no input.',
    remedy: 'Serve the old form at another address until all clients have been built anew.',
  },
  ERROR_ADDED: {
    level: 'risky',
    category: 'wire',
    means: 'The procedure declares an error of which running clients know nothing.',
    remedy: 'Make sure that clients have a way for errors that they do not know.',
  },
  ERROR_REMOVED: {
    level: 'risky',
    category: 'source',
    means: 'The procedure declares an error no longer: code that names it may no longer compile.',
    remedy: 'Remove the handling of the error together with it.',
  },
  DEPRECATED: {
    level: 'info',
    category: 'source',
    means: 'It is marked as deprecated.',
    remedy: 'Move clients to what takes its place.',
  },
  TYPE_NAME_REMOVED: {
    level: 'info',
    category: 'source',
    means: 'No type has this name any more: code that imports it no longer compiles. Nothing changes for what runs.',
    remedy: 'Import the type by its new name.',
  },
  INPUT_ADDED: {
    level: 'breaking',
    category: 'wire',
    means: 'The procedure took no input and asks for one now: calls without it are refused.',
    remedy: 'Make the input optional.',
  },
  INPUT_REQUIRED: {
    level: 'breaking',
    category: 'wire',
    means: 'The input could be left out and no longer can.',
    remedy: 'Keep it optional, with a default.',
  },
  INPUT_REMOVED: {
    level: 'breaking',
    category: 'source',
    means:
      'The procedure takes no input any more: what running clients send is ignored, and code that gives it no longer compiles.',
    remedy: 'Keep an optional input until no client gives it.',
  },
  INPUT_FIELD_ADDED_REQUIRED: {
    level: 'breaking',
    category: 'wire',
    means: 'A new property has to be given: clients that do not know it are refused.',
    remedy: 'Make the property optional or give it a default.',
  },
  INPUT_FIELD_REQUIRED: {
    level: 'breaking',
    category: 'wire',
    means: 'A property could be left out and no longer can.',
    remedy: 'Keep the property optional, with a default.',
  },
  INPUT_FIELD_REMOVED: {
    level: 'risky',
    category: 'source',
    means:
      'A property is no longer taken: what running clients say in it is ignored, and code that gives it may no longer compile.',
    remedy: 'Keep the property, marked as deprecated, until no client gives it.',
  },
  INPUT_FIELD_REFUSED: {
    level: 'breaking',
    category: 'wire',
    means: 'A property that could be given is refused.',
    remedy: 'Keep the property as an optional one, or ignore properties that are not named.',
  },
  INPUT_STRICT: {
    level: 'risky',
    category: 'wire',
    means:
      'Properties that are not named are refused where they were ignored: clients that send more than the type says fail.',
    remedy: 'Go on ignoring them, or make sure that no client sends them.',
  },
  INPUT_MEMBER_REMOVED: {
    level: 'breaking',
    category: 'wire',
    means: 'One of several values or forms is no longer taken.',
    remedy: 'Go on taking it and translate it to what takes its place.',
  },
  INPUT_TYPE_NARROWED: {
    level: 'breaking',
    category: 'wire',
    means: 'Only part of the values that were taken still is.',
    remedy: 'Add a new property with the narrower type.',
  },
  INPUT_CONSTRAINT_TIGHTENED: {
    level: 'breaking',
    category: 'wire',
    means: 'A bound has become narrower: values beyond it are refused.',
    remedy: 'Keep the bound, or clamp the value in the procedure.',
  },
  INPUT_FORMAT_ADDED: {
    level: 'breaking',
    category: 'wire',
    means: 'A text has to have a format or match a pattern that it did not have to.',
    remedy: 'Check the format in the procedure and treat what lacks it as before.',
  },
  INPUT_UNDEFINED_REFUSED: {
    level: 'breaking',
    category: 'wire',
    means: 'A property may be left out and may no longer be undefined, which the transformer carries.',
    remedy: 'Take undefined as well.',
  },
  INPUT_LENGTH_CHANGED: {
    level: 'breaking',
    category: 'wire',
    means: 'A tuple takes another number of items.',
    remedy: 'Take both lengths.',
  },
  OUTPUT_FIELD_REMOVED: {
    level: 'breaking',
    category: 'wire',
    means: 'A property that was always there is gone.',
    remedy: 'Go on giving it, marked as deprecated, until no client reads it.',
  },
  OUTPUT_FIELD_OPTIONAL: {
    level: 'breaking',
    category: 'wire',
    means: 'A property that was always there may be missing.',
    remedy: 'Go on giving it, with a value that stands for none.',
  },
  OUTPUT_OPTIONAL_FIELD_REMOVED: {
    level: 'breaking',
    category: 'source',
    means: 'A property that could be there is gone: code that reads it no longer compiles; what runs finds it missing.',
    remedy: 'Keep it in the type, marked as deprecated, until no code reads it.',
  },
  OUTPUT_UNDEFINED: {
    level: 'info',
    category: 'source',
    means: 'A property that could be missing may be there as undefined.',
    remedy: 'Nothing, unless code tells the two apart.',
  },
  OUTPUT_NULLABLE: {
    level: 'breaking',
    category: 'wire',
    means: 'A value may be null or undefined that never was.',
    remedy: 'Give a value that stands for none, or a new property.',
  },
  OUTPUT_MEMBER_ADDED: {
    level: 'risky',
    category: 'wire',
    means: 'There is one more of several values or forms, of which running clients know nothing.',
    remedy:
      'Make sure that clients have a way for what they do not know, or give the new one only to those that ask for it.',
  },
  LITERAL_WIDENED: {
    level: 'breaking',
    category: 'wire',
    means: 'A value that was one of a known few may be another.',
    remedy: 'Give the wider value in a property of its own.',
  },
  TYPE_WIDENED: {
    level: 'breaking',
    category: 'wire',
    means: 'A value may be of a type that it never had.',
    remedy: 'Give the wider value in a property of its own.',
  },
  TYPE_CHANGED: {
    level: 'breaking',
    category: 'wire',
    means: 'A value is of another type.',
    remedy: 'Add a property with the new type and keep the old one.',
  },
  TYPE_UNKNOWN: {
    level: 'risky',
    category: 'wire',
    means: 'One of the two contracts does not say what type it is, so nothing is known of what breaks.',
    remedy: 'Give the procedure a schema, or write down its type.',
  },
  OUTPUT_CONSTRAINT_LOOSENED: {
    level: 'risky',
    category: 'wire',
    means: 'A bound that values kept has become wider: clients that check or rely on it fail.',
    remedy: 'Make sure that no client relies on the bound.',
  },
  OUTPUT_FORMAT_REMOVED: {
    level: 'risky',
    category: 'wire',
    means: 'A text no longer has the format or pattern that it had: clients that parse it may fail.',
    remedy: 'Make sure that no client relies on the format.',
  },
  OUTPUT_LENGTH_CHANGED: {
    level: 'breaking',
    category: 'wire',
    means: 'A tuple has another number of items.',
    remedy: 'Give an object or a tuple of its own.',
  },
  DEFAULT_ADDED: {
    level: 'info',
    category: 'wire',
    means: 'What may be left out has a default.',
    remedy: 'Nothing, where the default is what was done before.',
  },
  DEFAULT_CHANGED: {
    level: 'risky',
    category: 'wire',
    means: 'What is left out is taken as something else than before.',
    remedy: 'Keep the default, or make sure that clients that rely on it want the new one.',
  },
  BRAND_CHANGED: {
    level: 'breaking',
    category: 'source',
    means:
      'A type is told apart by another name: code that passes the value on no longer compiles. Nothing changes for what runs.',
    remedy: 'Make the branded value where it enters the code.',
  },
  READONLY_CHANGED: {
    level: 'risky',
    category: 'source',
    means: 'A list may not be changed by who is given it: code that passes it on may no longer compile.',
    remedy: 'Take read-only lists in the code that is given it.',
  },
} as const satisfies Readonly<Record<string, Rule>>;

/** Every rule's name, in the order of the table. */
export const ruleNames: readonly RuleName[] = Object.keys(rules).filter(isRuleName);

/** Whether a text names a rule. */
export function isRuleName(name: string): name is RuleName {
  return Object.hasOwn(rules, name);
}
