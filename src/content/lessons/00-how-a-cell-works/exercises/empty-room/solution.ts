const emptyRoom = tf.zeros([rows, seats]);

emptyRoom;
