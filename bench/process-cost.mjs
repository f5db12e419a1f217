/** Loaded into a measured server (`node --import`): tells its parent, whenever asked, what it has used so far. */
process.on('message', () => process.send?.({ ...process.cpuUsage(), rss: process.memoryUsage.rss() }));
// Being measured is no reason to stay.
process.channel?.unref();
