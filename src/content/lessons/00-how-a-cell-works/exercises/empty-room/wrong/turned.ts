const emptyRoom = tf.zeros([seats, rows]);

emptyRoom;
