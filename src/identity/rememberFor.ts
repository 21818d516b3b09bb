/** A pure function of an object, worked out once for each as long as somebody holds it: known offers are asked again beside each new one. */
export function rememberFor<From extends object, To>(work: (from: From) => To): (from: From) => To {
  const known = new WeakMap<From, { readonly value: To }>();
  return (from) => {
    const before = known.get(from);
    if (before) return before.value;
    const value = work(from);
    known.set(from, { value });
    return value;
  };
}
