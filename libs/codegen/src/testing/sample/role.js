// What a compiler makes of `enum`, which the settings of this workspace do not allow in its sources.
export const Role = { Admin: 'admin', Member: 'member', Guest: 'guest' };

export const Level = { 0: 'Low', 5: 'Middle', 10: 'High', Low: 0, Middle: 5, High: 10 };
