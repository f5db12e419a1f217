type Props = { task: 'create' | 'request'; options: object };

/**
 * What the browser is to make or to show, for the script that asks it when the form is sent (enhance/passkeys.ts) and fills its
 * answer in. Without scripts it is sent empty, and the server says what is missing.
 */
export function PasskeyField({ task, options }: Props) {
  return (
    <input
      type="hidden"
      name="response"
      defaultValue=""
      data-passkey={task}
      data-passkey-options={JSON.stringify(options)}
    />
  );
}
