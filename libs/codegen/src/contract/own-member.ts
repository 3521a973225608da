/** What stands under a name in a record; undefined where there is nothing, also for names that every object has. */
export function ownMember<TValue>(
  record: Readonly<Record<string, TValue>> | undefined,
  name: string,
): TValue | undefined {
  return record !== undefined && Object.hasOwn(record, name) ? record[name] : undefined;
}
